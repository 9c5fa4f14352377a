package org.trackno.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LimitedWorld;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** More than can be done at once: what does not fit is refused at once, what memory knows is answered, others go on. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(LimitedWorld.class)
class OverloadTest {
    private static final String CARRIER = "royal-mail";
    private static final int PLACES_OF_A_CARRIER = LimitedWorld.LOOK_UPS / 2;
    private static final int SLOW_MILLIS = 2_500;
    private static final Duration MOVING_PARCELS_ARE_FRESH = Duration.ofMinutes(30);

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
    void what_does_not_fit_is_refused_while_memory_answers_and_other_carriers_do() {
        String warm = answering("880022000", 0);
        trackno.track(CARRIER, warm).snapshot();
        List<CompletableFuture<Reply>> slow = IntStream.range(0, PLACES_OF_A_CARRIER)
                .mapToObj(i -> trackno.trackAsync(CARRIER, answering("88002210" + i, SLOW_MILLIS)))
                .toList();
        slow.forEach(reply -> wire.awaitCalls("88002210" + slow.indexOf(reply), 1));

        Reply refused = trackno.track(CARRIER, "880022200");
        Reply known = trackno.track(CARRIER, warm);
        Reply elsewhere = trackno.track("dhl", "7777777770");
        boolean stillFull = slow.stream().noneMatch(CompletableFuture::isDone);
        slow.forEach(CompletableFuture::join);
        Reply later = trackno.track(CARRIER, answering("880022200", 0));

        assertThat(stillFull).as("the places were taken all the while").isTrue();
        assertThat(refused.problem(503, "overloaded").path("retryAfter").asInt())
                .isBetween(1, 5);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(wire.calls("880022200")).hasSize(1);
        known.snapshot();
        assertThat(elsewhere.json().path("type").asText()).isNotEqualTo("/problems/overloaded");
        later.snapshot();
        assertThat(trackno.get("/metrics").body())
                .containsPattern("trackno_http_refused_total\\{reason=\"overload\"} [1-9]")
                .containsPattern("(?m)^trackno_lookups_inflight 0");
    }

    @Test
    void work_that_nobody_waits_for_is_left_out_before_anybody_is_refused() {
        String stale = answering("880022400", 0);
        trackno.track(CARRIER, stale).snapshot();
        clock.advance(MOVING_PARCELS_ARE_FRESH.plusSeconds(1));
        List<String> slow = IntStream.range(0, LimitedWorld.LOOK_UPS / 2)
                .mapToObj(i -> "77001188%03d".formatted(i))
                .toList();
        slow.forEach(number -> wire.answer("usps", number, aResponse().withFixedDelay(SLOW_MILLIS)));
        List<CompletableFuture<Reply>> underWay =
                slow.stream().map(number -> trackno.trackAsync("usps", number)).toList();
        slow.forEach(number -> wire.awaitCalls(number, 1));

        Reply shown = trackno.track(CARRIER, stale);
        Reply person = trackno.track(CARRIER, answering("880022401", 0));
        boolean stillBusy = underWay.stream().noneMatch(CompletableFuture::isDone);
        underWay.forEach(CompletableFuture::join);
        int callsWhileBusy = wire.calls(stale).size();
        trackno.track(CARRIER, stale).snapshot();
        wire.awaitCalls(stale, 2);

        assertThat(stillBusy).as("half of the places were taken all the while").isTrue();
        assertThat(shown.snapshot().at("/freshness/state").asText()).isEqualTo("STALE");
        person.snapshot();
        assertThat(callsWhileBusy).as("calls about what nobody waits for").isEqualTo(1);
    }

    @Test
    void many_readers_of_one_cold_parcel_take_one_place() {
        String number = answering("880022300", 300);

        List<CompletableFuture<Reply>> readers = IntStream.range(0, 10 * LimitedWorld.LOOK_UPS)
                .mapToObj(i -> trackno.trackAsync(CARRIER, number))
                .toList();

        assertThat(readers).allSatisfy(reader -> reader.join().snapshot());
        assertThat(wire.calls(number)).hasSize(1);
    }

    private String answering(String number, int delayMillis) {
        wire.answer(
                CARRIER,
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(delayMillis));
        return number;
    }
}
