package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Every carrier and every scenario, from a number to the answer over HTTP. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class ScenarioTest {
    private static final List<String> CARRIERS =
            List.of("bring", "canada-post", "dhl", "dpd", "la-poste", "royal-mail", "ups", "usps");
    private static final Map<String, String> STAGES = Map.of(
            "announced", "ANNOUNCED",
            "moving", "IN_TRANSIT",
            "out-for-delivery", "OUT_FOR_DELIVERY",
            "delivered", "DELIVERED",
            "failed-attempt-then-delivered", "DELIVERED",
            "available-for-pickup", "AVAILABLE_FOR_PICKUP",
            "customs-hold", "IN_TRANSIT",
            "return", "RETURNING",
            "consignment-of-several", "OUT_FOR_DELIVERY",
            "several-shipments-one-number", "IN_TRANSIT");
    private static final Set<String> TROUBLES = Set.of("not-found", "carrier-down", "slow", "over-quota");
    private static final Duration AS_LONG_AS_A_PERSON_WAITS = Duration.ofMillis(3_500);

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @Test
    void every_scenario_is_one_we_know() {
        assertThat(CARRIERS).allSatisfy(carrier -> assertThat(numbers(carrier).keySet())
                .contains("moving", "delivered")
                .containsAll(TROUBLES)
                .allMatch(scenario -> STAGES.containsKey(scenario) || TROUBLES.contains(scenario)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parcels")
    void a_parcel_is_shown_at_its_stage(String carrier, String scenario, String number) {
        JsonNode snapshot = trackno.get("/v1/track/" + number).snapshot();

        assertThat(snapshot.path("trackingNumber").asText()).isEqualTo(number);
        assertThat(snapshot.at("/carrier/id").asText()).isEqualTo(carrier);
        assertThat(snapshot.path("stage").asText()).isEqualTo(STAGES.get(scenario));
        assertThat(snapshot.at("/freshness/state").asText()).isEqualTo("FRESH");
        assertThat(snapshot.at("/links/self").asText()).isEqualTo("/v1/track/" + number + "?carrier=" + carrier);
        assertThat(snapshot.path("deliveredAt").isNull())
                .as("%s", snapshot.path("deliveredAt"))
                .isNotEqualTo(STAGES.get(scenario).equals("DELIVERED"));
        if (!Set.of("customs-hold", "return").contains(scenario)) {
            assertThat(snapshot.path("problem").isNull())
                    .as("%s", snapshot.path("problem"))
                    .isTrue();
        }
        SnapshotShape.assertFits(snapshot);
        assertNewestFirst(snapshot);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void a_parcel_at_customs_says_so(String carrier) {
        String number = numbers(carrier).get("customs-hold");
        assumeThat(number).as("DPD has no word for customs").isNotNull();

        JsonNode snapshot = trackno.get("/v1/track/" + number).snapshot();

        assertThat(snapshot.path("eventType").asText())
                .isIn("held_by_customs", "presented_to_customs", "customs_documents_needed", "export_stopped");
    }

    @Test
    void a_consignment_shows_its_other_parcels_beside() {
        JsonNode several = trackno.get("/v1/track/" + numbers("bring").get("consignment-of-several"))
                .snapshot();
        JsonNode shared = trackno.get("/v1/track/" + numbers("dhl").get("several-shipments-one-number"))
                .snapshot();

        assertThat(several.path("journey"))
                .extracting(leg -> leg.path("stage").asText())
                .containsExactlyInAnyOrder("DELIVERED", "IN_TRANSIT");
        assertThat(shared.path("journey"))
                .extracting(leg -> leg.path("stage").asText())
                .containsExactly("DELIVERED");
    }

    private static void assertNewestFirst(JsonNode snapshot) {
        List<LocalDateTime> times = Reply.items(snapshot.path("events"))
                .map(event -> LocalDateTime.parse(event.at("/at/local").asText()))
                .toList();
        assertThat(times).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void a_number_the_carrier_does_not_know_is_not_found(String carrier) {
        String number = numbers(carrier).get("not-found");

        JsonNode problem = trackno.get("/v1/track/" + number).problem(404, "parcel-not-found");

        assertThat(problem.at("/carrier/id").asText()).isEqualTo(carrier);
        assertThat(problem.path("carrierPage").asText()).contains(number);
        assertThat(problem.path("nextCheckAt").asText()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void a_carrier_that_is_down_is_unavailable(String carrier) {
        String number = numbers(carrier).get("carrier-down");

        Reply reply = trackno.track(carrier, number);

        JsonNode problem = reply.problem(503, "carrier-unavailable");
        assertThat(problem.at("/carrier/id").asText()).isEqualTo(carrier);
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(wire.calls(number)).hasSize(3);
    }

    @Test
    void a_slow_carrier_keeps_nobody_waiting() {
        List<CompletableFuture<Reply>> replies = CARRIERS.stream()
                .map(carrier -> trackno.trackAsync(carrier, numbers(carrier).get("slow"))
                        .orTimeout(AS_LONG_AS_A_PERSON_WAITS.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
                .toList();

        assertThat(replies).allSatisfy(reply -> {
            reply.join().problem(503, "carrier-unavailable");
            assertThat(reply.join().header("Retry-After")).matches("[1-9][0-9]*");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void a_carrier_that_wants_fewer_calls_gets_none_for_a_while(String carrier) {
        String number = numbers(carrier).get("over-quota");
        String next = number.substring(0, number.length() - 3) + "777";

        Reply reply = trackno.track(carrier, number);
        Reply during = trackno.track(carrier, next);
        String health = trackno.get("/v1/carriers/" + carrier)
                .json()
                .at("/health/state")
                .asText();
        clock.advance(Duration.ofSeconds(3));
        Reply after = trackno.track(carrier, next);

        reply.problem(503, "carrier-unavailable");
        assertThat(reply.header("Retry-After")).isIn("1", "2");
        during.problem(503, "carrier-unavailable");
        assertThat(health).isEqualTo("PAUSED");
        after.problem(404, "parcel-not-found");
        assertThat(wire.calls(number)).hasSize(1);
        assertThat(wire.calls(next)).hasSize(1);
    }

    static List<String> carriers() {
        return CARRIERS;
    }

    static Stream<Arguments> parcels() {
        List<Arguments> parcels = new ArrayList<>();
        for (String carrier : CARRIERS) {
            numbers(carrier).forEach((scenario, number) -> {
                if (STAGES.containsKey(scenario)) {
                    parcels.add(Arguments.of(carrier, scenario, number));
                }
            });
        }
        return parcels.stream();
    }

    private static Map<String, String> numbers(String carrier) {
        return SandboxNumbers.of(carrier);
    }
}
