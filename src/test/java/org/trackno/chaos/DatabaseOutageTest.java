package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.chaos.ChaosWorld.Surroundings;
import org.trackno.store.ParcelNotices;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TcpProxy;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;

/** While PostgreSQL is away everybody gets an answer in time, and nothing that was acknowledged is lost. */
@QuarkusTest
@TestProfile(ChaosWorld.class)
@Tag("chaos")
class DatabaseOutageTest {
    private static final String CARRIER = MadeUpNumbers.ROYAL_MAIL.carrier();
    private static final int EVENTS = 10;
    private static final AtomicLong SERIAL = new AtomicLong(31_000_000);
    /** Three seconds are promised; the rest is for this process, which plays all parts at once. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(3_500);

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Extent.duration(Duration.ofSeconds(4), Duration.ofSeconds(60));
    private static final int READS_A_SECOND = Extent.rounds(20, 100);

    Surroundings around;

    @Inject
    TracknoClient trackno;

    @Inject
    TestClock clock;

    @Inject
    ParcelNotices notices;

    /** How a database goes away. */
    enum Outage {
        REFUSED {
            @Override
            void begin(TcpProxy proxy) {
                proxy.refuse();
            }
        },
        BLACK_HOLED {
            @Override
            void begin(TcpProxy proxy) {
                proxy.swallow();
            }
        };

        abstract void begin(TcpProxy proxy);
    }

    /** An answer and how long it took. */
    private record Timed(String number, int status, Duration took) {}

    @AfterEach
    void recover() {
        around.recover();
        Patience.await("ready", RECOVERED_WITHIN, this::isReady);
    }

    @ParameterizedTest
    @EnumSource
    void everybody_is_answered_and_it_comes_back_by_itself(Outage outage) {
        // it is not back after an earlier test at once, and then forgets what it could not hear of
        Patience.await("hears of changes", RECOVERED_WITHIN, notices::isConnected);
        String known = awaitFound(DatabaseOutageTest::newNumber);
        outage.begin(around.toDatabase());

        List<Timed> cached = new ArrayList<>();
        List<Timed> cold = new ArrayList<>();
        readDuringOutage(known, cached, cold);
        Patience.await("readiness tells", NOTICED_WITHIN, () -> !isReady());
        int liveness = trackno.get("/health/live").status();
        around.recover();
        Patience.await("ready", RECOVERED_WITHIN, this::isReady);
        awaitFound(DatabaseOutageTest::newNumber);

        assertThat(liveness).isEqualTo(200);
        assertThat(cached)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200))
                .allSatisfy(answer -> assertThat(answer.took()).isLessThan(ANSWERED_WITHIN));
        assertThat(cold)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503))
                .allSatisfy(answer -> assertThat(answer.took()).isLessThan(ANSWERED_WITHIN));
        for (Timed answer : cold) {
            if (answer.status() == 200) {
                assertThat(around.database().countEvents(answer.number()))
                        .as(answer.number())
                        .isEqualTo(EVENTS);
            }
        }
    }

    @Test
    void an_answer_without_the_database_is_a_problem_document() {
        around.toDatabase().refuse();

        Reply reply = trackno.track(CARRIER, newNumber());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Retry-After")).isNotBlank();
    }

    @Test
    void broken_connections_are_replaced() {
        awaitFound(DatabaseOutageTest::newNumber);
        around.toDatabase().reset();

        awaitFound(DatabaseOutageTest::newNumber);
    }

    @Test
    void bytes_may_arrive_a_few_at_a_time() {
        String number = newNumber();
        around.toDatabase().crumble();

        assertThat(trackno.track(CARRIER, number).status()).isIn(200, 503);

        around.recover();
        clock.advance(Duration.ofMinutes(1)); // failures are remembered for some seconds
        awaitFound(() -> number);
        assertThat(around.database().countEvents(number)).isEqualTo(EVENTS);
    }

    /** The first of these numbers that is found. */
    private String awaitFound(Supplier<String> numbers) {
        AtomicReference<String> found = new AtomicReference<>();
        Patience.await("a number is found", RECOVERED_WITHIN, () -> {
            found.set(numbers.get());
            return trackno.track(CARRIER, found.get()).status() == 200;
        });
        return found.get();
    }

    private void readDuringOutage(String known, List<Timed> cached, List<Timed> cold) {
        List<CompletableFuture<Timed>> cachedReads = new ArrayList<>();
        List<CompletableFuture<Timed>> coldReads = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; Patience.since(begun).compareTo(OUTAGE) < 0; i++) {
            cachedReads.add(read(known));
            coldReads.add(read(newNumber()));
            long next = begun + (i + 1) * 2_000_000_000L / READS_A_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        cachedReads.forEach(read -> cached.add(read.join()));
        coldReads.forEach(read -> cold.add(read.join()));
    }

    private CompletableFuture<Timed> read(String number) {
        long begun = System.nanoTime();
        return trackno.trackAsync(CARRIER, number)
                .thenApply(reply -> new Timed(number, reply.status(), Patience.since(begun)));
    }

    private boolean isReady() {
        return trackno.get("/health/ready").status() == 200;
    }

    private static String newNumber() {
        return MadeUpNumbers.ROYAL_MAIL.number(SERIAL.incrementAndGet());
    }
}
