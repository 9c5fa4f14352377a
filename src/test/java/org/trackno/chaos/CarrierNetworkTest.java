package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.chaos.ChaosWorld.Surroundings;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TcpProxy;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;

/** Whatever the network to a carrier does, a person is answered in time, and the carrier is asked again when it is back. */
@QuarkusTest
@TestProfile(ChaosWorld.class)
@Tag("chaos")
class CarrierNetworkTest {
    private static final MadeUpNumbers CARRIER = MadeUpNumbers.BRING;
    private static final AtomicLong SERIAL = new AtomicLong(33_000_000);
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(3_500);
    private static final Duration FAILURES_ARE_REMEMBERED = Duration.ofSeconds(21);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(15);

    Surroundings around;

    @Inject
    TracknoClient trackno;

    @Inject
    TestClock clock;

    /** What a network does. */
    enum Fault {
        REFUSES(TcpProxy::refuse),
        SWALLOWS(TcpProxy::swallow);

        private final Consumer<TcpProxy> begin;

        Fault(Consumer<TcpProxy> begin) {
            this.begin = begin;
        }
    }

    @AfterEach
    void recover() {
        around.recover();
    }

    @ParameterizedTest
    @EnumSource
    void a_cold_number_is_answered_in_time_and_found_afterwards(Fault fault) {
        found(newNumber());
        String number = newNumber();
        fault.begin.accept(around.toCarriers());
        long begun = System.nanoTime();

        Reply reply = trackno.track(CARRIER.carrier(), number);

        reply.problem(503, "carrier-unavailable");
        assertThat(Patience.since(begun)).isLessThan(ANSWERED_WITHIN);
        around.recover();
        Patience.await("found", RECOVERED_WITHIN, () -> {
            clock.advance(FAILURES_ARE_REMEMBERED); // the call that was under way may fail only now
            return trackno.track(CARRIER.carrier(), number).status() == 200;
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_known_parcel_is_shown_with_its_age(Fault fault) {
        String number = newNumber();
        found(number);
        fault.begin.accept(around.toCarriers());
        clock.advance(Duration.ofHours(25)); // too old to be shown without asking
        long begun = System.nanoTime();

        Reply reply = trackno.track(CARRIER.carrier(), number);

        assertThat(reply.snapshot().at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(Patience.since(begun)).isLessThan(ANSWERED_WITHIN);
    }

    @Test
    void an_answer_may_arrive_a_few_bytes_at_a_time() {
        found(newNumber());
        around.toCarriers().crumble();

        found(newNumber());
    }

    @Test
    void connections_that_broke_while_idle_are_not_noticed_by_anybody() {
        found(newNumber());
        around.toCarriers().reset();

        found(newNumber());
    }

    private void found(String number) {
        Patience.await(
                "found",
                RECOVERED_WITHIN,
                () -> trackno.track(CARRIER.carrier(), number).status() == 200);
    }

    private static String newNumber() {
        return CARRIER.number(SERIAL.incrementAndGet());
    }
}
