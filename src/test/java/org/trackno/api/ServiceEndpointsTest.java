package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** The contract, the probes and the figures. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class ServiceEndpointsTest {
    private static final List<String> PATHS = List.of(
            "/v1/track",
            "/v1/track/{number}",
            "/v1/track/{number}/diagnosis",
            "/v1/detect",
            "/v1/track/{number}/stream",
            "/v1/detect/{number}",
            "/v1/carriers",
            "/v1/carriers/{id}");

    private static final String EXAMPLE = "/components/schemas/TrackMany/examples/0";

    @Inject
    TracknoClient trackno;

    @Inject
    TestClock clock;

    @Test
    void the_contract_is_the_same_in_yaml_and_json() throws JsonProcessingException {
        Reply yaml = trackno.get("/openapi");
        Reply json = trackno.get("/openapi?format=json");

        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.header("Content-Type")).contains("yaml");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(json.json());
    }

    @Test
    void the_contract_names_every_path_with_examples() {
        JsonNode contract = trackno.get("/openapi?format=json").json();
        JsonNode paths = contract.path("paths");

        assertThat(Reply.names(paths)).containsAll(PATHS);
        assertThat(paths).allSatisfy(path -> assertThat(path).allSatisfy(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("responses")).isNotEmpty();
            assertThat(operation.path("parameters"))
                    .filteredOn(parameter -> !parameter.path("in").asText().equals("header"))
                    .allSatisfy(parameter -> assertThat(parameter.has("example"))
                            .as("%s has an example", parameter)
                            .isTrue());
        }));
        assertThat(contract.at(EXAMPLE + "/numbers")).isNotEmpty();
    }

    @Test
    void the_example_of_the_contract_is_taken() {
        JsonNode contract = trackno.get("/openapi?format=json").json();
        String example = contract.at(EXAMPLE).toString();

        assertThat(trackno.post(example).snapshot().path("outcomes")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void the_probes_say_that_it_is_up(String path) {
        Reply reply = trackno.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void readiness_asks_the_database() {
        assertThat(trackno.get("/health/ready").json().path("checks"))
                .extracting(check -> check.path("name").asText())
                .anySatisfy(name -> assertThat(name).containsIgnoringCase("PostgreSQL"));
    }

    @Test
    void a_carrier_says_what_is_left_of_its_quota_and_when_it_begins_anew() {
        Instant begun = clock.instant();
        JsonNode before = trackno.get("/v1/carriers/dpd").json().at("/quota/day");
        trackno.track("dpd", "77001155001").problem(404, "parcel-not-found");

        JsonNode day = trackno.get("/v1/carriers/dpd").json().at("/quota/day");

        assertThat(day.path("used").asInt()).isGreaterThan(before.path("used").asInt());
        assertThat(day.path("left").asInt())
                .isEqualTo(1_000_000 - day.path("used").asInt());
        assertThat(Instant.parse(day.path("resetsAt").asText()))
                .isEqualTo(begun.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    @Test
    void the_figures_count_requests_by_route_and_not_by_number() {
        trackno.get("/v1/detect/PB435596261GB");

        Reply metrics = trackno.get("/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count", "uri=\"/v1/detect/{number}\"")
                .doesNotContain("PB435596261GB");
    }
}
