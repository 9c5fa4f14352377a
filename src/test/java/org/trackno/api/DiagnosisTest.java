package org.trackno.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Why a parcel is, or is not, updating. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class DiagnosisTest {
    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void a_moving_parcel_is_well() {
        JsonNode diagnosis = diagnose(RoyalMailAnswer.moving("550011001", clock.instant()), "550011001");

        assertThat(diagnosis.path("cause").asText()).isEqualTo("MOVING");
        assertThat(diagnosis.path("stage").asText()).isEqualTo("IN_TRANSIT");
        assertThat(diagnosis.path("owner").isNull()).isTrue();
        assertThat(diagnosis.path("nextCheckAt").asText()).isNotBlank();
        assertThat(diagnosis.path("lastCalls")).singleElement().satisfies(call -> {
            assertThat(call.path("outcome").asText()).isEqualTo("FOUND");
            assertThat(call.path("httpStatus").asInt()).isEqualTo(200);
            assertThat(call.path("attempts").asInt()).isEqualTo(1);
            assertThat(Instant.parse(call.path("startedAt").asText())).isBefore(clock.instant());
        });
        assertSaysWhatToDo(diagnosis);
    }

    @Test
    void a_parcel_at_customs_has_a_problem_and_somebody_who_owns_it() {
        Instant now = clock.instant();
        RoyalMailAnswer stopped = RoyalMailAnswer.moving("550011002", now.minus(Duration.ofHours(2)))
                .event("EVHCR", now.minus(Duration.ofHours(1)), "Heathrow Worldwide DC");

        JsonNode diagnosis = diagnose(stopped, "550011002");

        assertThat(diagnosis.path("cause").asText()).isEqualTo("PROBLEM");
        assertThat(diagnosis.path("owner").asText()).isNotEmpty().isNotEqualTo("null");
        assertSaysWhatToDo(diagnosis);
    }

    @Test
    void a_parcel_that_was_only_announced_is_with_the_sender() {
        RoyalMailAnswer announced = RoyalMailAnswer.about("550011003")
                .event("EVAIE", clock.instant().minus(Duration.ofHours(5)), "");

        JsonNode diagnosis = diagnose(announced, "550011003");

        assertThat(diagnosis.path("cause").asText()).isEqualTo("NOT_HANDED_OVER");
        assertThat(diagnosis.path("owner").asText()).isEqualTo("SENDER");
    }

    @Test
    void a_parcel_without_news_for_days_is_with_the_carrier() {
        RoyalMailAnswer quiet =
                RoyalMailAnswer.moving("550011004", clock.instant().minus(Duration.ofDays(8)));

        JsonNode diagnosis = diagnose(quiet, "550011004");

        assertThat(diagnosis.path("cause").asText()).isEqualTo("NO_NEW_SCANS");
        assertThat(diagnosis.path("owner").asText()).isEqualTo("CARRIER");
        assertThat(diagnosis.path("shopper").asText()).contains("8 days");
    }

    @Test
    void a_number_nobody_knows() {
        JsonNode diagnosis =
                trackno.get("/v1/track/550011005/diagnosis?carrier=royal-mail").snapshot();

        assertThat(diagnosis.path("cause").asText()).isEqualTo("UNKNOWN_TO_CARRIER");
        assertThat(diagnosis.at("/lastCalls/0/outcome").asText()).isEqualTo("NOT_FOUND");
        assertSaysWhatToDo(diagnosis);
    }

    @Test
    void a_carrier_that_is_down() {
        wire.answer("royal-mail", "550011006", aResponse().withStatus(502));

        JsonNode diagnosis =
                trackno.get("/v1/track/550011006/diagnosis?carrier=royal-mail").snapshot();

        assertThat(diagnosis.path("cause").asText()).isEqualTo("CARRIER_DOWN");
        assertThat(diagnosis.path("owner").asText()).isEqualTo("CARRIER");
        assertThat(diagnosis.at("/lastCalls/0/outcome").asText()).isEqualTo("UNAVAILABLE");
        assertThat(diagnosis.at("/lastCalls/0/httpStatus").asInt()).isEqualTo(502);
        assertThat(diagnosis.at("/lastCalls/0/attempts").asInt()).isEqualTo(3);
        assertThat(diagnosis.path("nextCheckAt").asText()).isNotBlank();
        assertSaysWhatToDo(diagnosis);
    }

    @Test
    void a_carrier_that_is_only_recognised() {
        JsonNode diagnosis = trackno.get("/v1/track/323212345678901234567890/diagnosis?carrier=bpost")
                .snapshot();

        assertThat(diagnosis.path("cause").asText()).isEqualTo("NOT_CONFIGURED");
        assertSaysWhatToDo(diagnosis);
    }

    @Test
    void a_number_that_leads_to_no_carrier_is_a_problem() {
        trackno.get("/v1/track/hello/diagnosis").problem(400, "not-a-tracking-number");
        trackno.get("/v1/track/550011007/diagnosis?carrier=pigeon-post").problem(400, "unknown-carrier");
    }

    private JsonNode diagnose(RoyalMailAnswer answer, String number) {
        wire.answer("royal-mail", number, answer.response());
        return trackno.get("/v1/track/" + number + "/diagnosis?carrier=royal-mail")
                .snapshot();
    }

    private static void assertSaysWhatToDo(JsonNode diagnosis) {
        assertThat(diagnosis.path("shopper").asText()).hasSizeGreaterThan(10);
        assertThat(diagnosis.path("agent").asText()).hasSizeGreaterThan(10);
    }
}
