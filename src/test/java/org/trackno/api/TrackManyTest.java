package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.support.Json;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Many numbers at once: an outcome each, in order, or as they come. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class TrackManyTest {
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
    void each_number_has_its_outcome_in_order() {
        String moving = SandboxNumbers.of("royal-mail", "moving");
        String delivered = SandboxNumbers.of("ups", "delivered");
        String unknown = SandboxNumbers.of("usps", "not-found");

        JsonNode outcomes = trackno.post(numbers(delivered, "no number", unknown, moving, delivered))
                .snapshot()
                .path("outcomes");

        assertThat(outcomes)
                .extracting(o -> o.path("input").asText())
                .containsExactly(delivered, "no number", unknown, moving, delivered);
        assertThat(outcomes)
                .extracting(o -> o.path("outcome").asText())
                .containsExactly("FOUND", "FAILED", "NOT_FOUND", "FOUND", "FOUND");
        assertThat(outcomes)
                .extracting(o -> o.at("/snapshot/stage").asText())
                .containsExactly("DELIVERED", "", "", "IN_TRANSIT", "DELIVERED");
        assertThat(outcomes)
                .extracting(o -> o.at("/problem/type").asText())
                .containsExactly("", "/problems/not-a-tracking-number", "/problems/parcel-not-found", "", "");
        SnapshotShape.assertFits(outcomes.at("/0/snapshot"));
    }

    @Test
    void a_stream_gives_the_fast_ones_first() {
        String slow = "660011001";
        List<String> fast = List.of("660011002", "660011003", "660011004");
        answer(slow, 1_500);
        fast.forEach(number -> answer(number, 0));

        Reply reply = trackno.post(
                Json.line(Map.of(
                        "carrier", "royal-mail", "numbers", List.of(slow, fast.get(0), fast.get(1), fast.get(2)))),
                "Accept",
                "application/x-ndjson");

        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(reply.lines()).hasSize(4);
        assertThat(reply.lines().subList(0, 3))
                .extracting(line -> line.path("input").asText())
                .containsExactlyInAnyOrderElementsOf(fast);
        assertThat(reply.lines().get(3).path("input").asText()).isEqualTo(slow);
        assertThat(reply.lines())
                .allSatisfy(line -> assertThat(line.path("outcome").asText()).isEqualTo("FOUND"));
    }

    @Test
    void who_does_not_ask_for_a_stream_gets_one_document() {
        String body = numbers(SandboxNumbers.of("royal-mail", "moving"));

        Reply unsaid = trackno.post(body);
        Reply anything = trackno.post(body, "Accept", "*/*");
        Reply json = trackno.post(body, "Accept", "application/json");

        assertThat(List.of(unsaid, anything, json))
                .allSatisfy(
                        reply -> assertThat(reply.snapshot().path("outcomes")).hasSize(1));
    }

    /** In one call, if they reach the queue within some milliseconds of each other; a busy machine may need another. */
    @Test
    void numbers_of_a_carrier_that_takes_several_go_together() {
        List<String> numbers =
                IntStream.range(0, 10).mapToObj(i -> "6A7700110100" + i).toList();

        JsonNode outcomes = trackno.post(Json.line(Map.of("carrier", "la-poste", "numbers", numbers)))
                .snapshot()
                .path("outcomes");

        assertThat(outcomes).extracting(o -> o.path("outcome").asText()).containsOnly("NOT_FOUND");
        List<LoggedRequest> calls = wire.calls("6A7700110100");
        assertThat(calls).hasSizeLessThanOrEqualTo(3);
        assertThat(numbers).allSatisfy(number -> assertThat(calls)
                .filteredOn(call -> call.getUrl().contains(number))
                .hasSize(1));
    }

    private void answer(String number, int delayMillis) {
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(delayMillis));
    }

    private static String numbers(String... numbers) {
        return Json.line(Map.of("numbers", List.of(numbers)));
    }
}
