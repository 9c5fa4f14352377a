package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** However many read, a carrier is asked once; and what is fresh is not asked for again. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class CacheTest {
    private static final String CARRIER = "royal-mail";
    private static final Duration UNKNOWN_NUMBERS_ARE_REMEMBERED = Duration.ofMinutes(10);
    private static final Duration FAILURES_ARE_REMEMBERED = Duration.ofSeconds(20);
    private static final Duration MOVING_PARCELS_ARE_FRESH = Duration.ofMinutes(30);
    /** Who waits for a carrier that hangs is answered after three seconds. */
    private static final Duration LESS_THAN_A_PERSON_WAITS = Duration.ofSeconds(2);

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void fifty_readers_of_a_cold_number_cause_one_call() {
        String number = moving("880011001", 500);

        List<CompletableFuture<Reply>> readers = IntStream.range(0, 50)
                .mapToObj(i -> trackno.trackAsync(CARRIER, number))
                .toList();

        String one = readers.get(0).join().body();
        assertThat(readers)
                .allSatisfy(reader -> reader.join().snapshot())
                .extracting(reader -> reader.join().body())
                .containsOnly(one);
        assertThat(wire.calls(number)).hasSize(1);
        assertThat(tables.events(number)).hasSize(3);
    }

    @Test
    void many_readers_of_what_cannot_be_had_cause_no_more_calls_than_one_and_it_is_asked_for_again_soon() {
        String number = "880011009";
        wire.answer(CARRIER, number, WireMock.aResponse().withStatus(500).withFixedDelay(200));

        List<CompletableFuture<Reply>> readers = IntStream.range(0, 100)
                .mapToObj(i -> trackno.trackAsync(CARRIER, number))
                .toList();

        assertThat(readers).allSatisfy(reader -> reader.join().problem(503, "carrier-unavailable"));
        int calls = wire.calls(number).size();
        assertThat(calls).as("one look-up with its tries").isBetween(1, 3);
        trackno.track(CARRIER, number).problem(503, "carrier-unavailable");
        assertThat(wire.calls(number)).as("a failure is remembered").hasSize(calls);
        clock.advance(FAILURES_ARE_REMEMBERED.plusSeconds(1));
        moving(number, 0);
        trackno.track(CARRIER, number).snapshot();
        assertThat(wire.calls(number)).hasSize(calls + 1);
    }

    @Test
    void half_of_the_readers_may_leave_the_first_among_them() throws IOException {
        String number = moving("880011010", 800);
        List<Socket> leaving = new ArrayList<>(List.of(ask(number)));
        wire.awaitCalls(number, 1);
        List<CompletableFuture<Reply>> staying = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            staying.add(trackno.trackAsync(CARRIER, number));
            leaving.add(ask(number));
        }
        for (Socket socket : leaving) {
            socket.close();
        }

        assertThat(staying).allSatisfy(reader -> reader.join().snapshot());
        assertThat(wire.calls(number)).hasSize(1);
        assertThat(tables.events(number)).hasSize(3);
    }

    @Test
    void a_second_reader_causes_no_call() {
        String number = moving("880011002", 0);

        Reply first = trackno.track(CARRIER, number);
        Reply second = trackno.track(CARRIER, number);

        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(wire.calls(number)).hasSize(1);
    }

    @Test
    void a_reader_who_leaves_neither_fails_the_others_nor_stops_the_call() throws IOException {
        String number = moving("880011003", 800);
        CompletableFuture<Reply> other;
        try (Socket leaving = ask(number)) {
            wire.awaitCalls(number, 1);
            other = trackno.trackAsync(CARRIER, number);
        }

        other.join().snapshot();

        assertThat(wire.calls(number)).hasSize(1);
        assertThat(tables.events(number)).hasSize(3);
    }

    @Test
    void the_answer_to_a_reader_who_leaves_is_kept_for_the_next() throws IOException {
        String number = moving("880011004", 800);
        try (Socket leaving = ask(number)) {
            wire.awaitCalls(number, 1);
        }

        trackno.track(CARRIER, number).snapshot();

        assertThat(wire.calls(number)).hasSize(1);
    }

    @Test
    void what_the_reader_has_already_is_not_sent_again() {
        String number = moving("880011005", 0);
        Reply first = trackno.track(CARRIER, number);

        Reply again = trackno.track(CARRIER, number, "If-None-Match", first.header("ETag"));
        Reply other = trackno.track(CARRIER, number, "If-None-Match", "W/\"something-else\"");

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void the_headers_say_how_fresh_it_is() {
        String number = moving("880011006", 0);
        Reply first = trackno.track(CARRIER, number);
        clock.advance(Duration.ofSeconds(100));
        Reply later = trackno.track(CARRIER, number);

        assertThat(first.header("Cache-Control"))
                .contains("public", "max-age=1800", "stale-while-revalidate=", "stale-if-error=");
        assertThat(Integer.parseInt(first.header("Age"))).isLessThan(20);
        assertThat(Integer.parseInt(later.header("Age"))).isBetween(100, 120);
        assertThat(later.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void an_unknown_number_is_remembered_for_some_minutes() {
        String number = "880011007";

        trackno.track(CARRIER, number).problem(404, "parcel-not-found");
        clock.advance(UNKNOWN_NUMBERS_ARE_REMEMBERED.minusSeconds(30));
        trackno.track(CARRIER, number).problem(404, "parcel-not-found");
        int remembered = wire.calls(number).size();
        clock.advance(Duration.ofSeconds(31));
        moving(number, 0);
        trackno.track(CARRIER, number).snapshot();

        assertThat(remembered).isEqualTo(1);
        assertThat(wire.calls(number)).hasSize(2);
    }

    @Test
    void what_is_stale_is_shown_at_once_and_refreshed_behind() {
        String number = moving("880011008", 0);
        String checkedAt = checkedAt(trackno.track(CARRIER, number));
        moving(number, 600);
        clock.advance(MOVING_PARCELS_ARE_FRESH.plusSeconds(1));

        Reply stale = trackno.track(CARRIER, number);
        wire.awaitCalls(number, 2);

        assertThat(stale.snapshot().at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(checkedAt(stale)).isEqualTo(checkedAt);
        assertThat(Integer.parseInt(stale.header("Age"))).isBetween(1_801, 1_821);
        assertThat(stale.header("Cache-Control"))
                .isEqualTo("public, max-age=1800, stale-while-revalidate=60, stale-if-error=86400");
        Reply fresh = stale;
        for (int i = 0; i < 10_000 && checkedAt(fresh).equals(checkedAt); i++) {
            fresh = trackno.track(CARRIER, number);
        }
        assertThat(fresh.snapshot().at("/freshness/state").asText()).isEqualTo("FRESH");
        assertThat(wire.calls(number)).hasSize(2);
    }

    @Test
    void what_is_less_than_a_day_old_is_shown_at_once_while_the_carrier_hangs() {
        String number = moving("880011011", 0);
        String checkedAt = checkedAt(trackno.track(CARRIER, number));
        moving(number, 30_000);
        clock.advance(Duration.ofHours(23));
        long begun = System.nanoTime();

        Reply stale = trackno.track(CARRIER, number);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LESS_THAN_A_PERSON_WAITS);
        assertThat(stale.snapshot().at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(checkedAt(stale)).isEqualTo(checkedAt);
        wire.awaitCalls(number, 2);
    }

    private static String checkedAt(Reply reply) {
        return reply.snapshot().at("/freshness/checkedAt").asText();
    }

    private String moving(String number, int delayMillis) {
        wire.answer(
                CARRIER,
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(delayMillis));
        return number;
    }

    /** A reader on a socket of its own, who may leave. */
    private static Socket ask(String number) throws IOException {
        URI root = TracknoClient.root();
        Socket socket = new Socket(root.getHost(), root.getPort());
        String request = "GET /v1/track/" + number + "?carrier=" + CARRIER + " HTTP/1.1\r\nHost: trackno\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
