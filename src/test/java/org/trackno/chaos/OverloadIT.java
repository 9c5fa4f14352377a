package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.trackno.chaos.Visitor.Answer;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** Twice as many look-ups as can be done: as many as before are done, the others are told so at once. */
@Tag("chaos")
@EnabledIfSystemProperty(
        named = "trackno.chaos.long",
        matches = "true",
        disabledReason = "compares rates, which wants a machine that does little else")
class OverloadIT {
    private static final MadeUpNumbers CARRIER = MadeUpNumbers.ROYAL_MAIL;
    private static final int AT_ONCE = 10;
    private static final int CALLERS = 3 * AT_ONCE;
    private static final Duration CARRIER_TAKES = Duration.ofMillis(100);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final double GOODPUT = 0.8;
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(50);
    private static final double NEARLY_ALL = 0.95;

    @TempDir
    Path folder;

    private final AtomicLong serial = new AtomicLong(74_000_000);

    @Test
    void at_twice_the_peak_most_of_the_peak_is_done_and_the_rest_refused_at_once() {
        try (PostgresServer database = PostgresServer.start(folder);
                FakeCarriers carriers = FakeCarriers.start();
                PackagedTrackno trackno = serve(database, carriers)) {
            Visitor visitor = new Visitor(trackno.root());
            visitor.awaitFound(CARRIER, 75_000_000);
            carriers.answerAfter(CARRIER_TAKES);
            peak(visitor, WARM_UP);
            double peak = peak(visitor, MEASURED);

            List<Answer> answers = offer(visitor, 2 * peak);

            double done =
                    answers.stream().filter(answer -> answer.status() == 200).count() / (double) MEASURED.toSeconds();
            List<Duration> refused = answers.stream()
                    .filter(answer -> answer.status() != 200)
                    .map(Answer::took)
                    .sorted()
                    .toList();
            assertThat(refused).as("what does not fit is refused").isNotEmpty();
            Duration median = refused.get(refused.size() / 2);
            Duration most = refused.get((int) (refused.size() * NEARLY_ALL));
            String seen = "peak %.0f/s, at twice of it %.0f/s, %d refused, half within %d ms, 95 of 100 within %d ms"
                    .formatted(peak, done, refused.size(), median.toMillis(), most.toMillis());
            System.out.println(seen);
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 429, 503);
            assertThat(done).as(seen).isGreaterThanOrEqualTo(GOODPUT * peak);
            assertThat(most).as(seen).isLessThanOrEqualTo(REFUSED_WITHIN);
        }
    }

    /** Look-ups a second when there is always somebody who waits for the carrier. */
    private double peak(Visitor visitor, Duration during) {
        AtomicLong found = new AtomicLong();
        long begun = System.nanoTime();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(() -> {
                    while (Patience.since(begun).compareTo(during) < 0) {
                        if (visitor.ask(newNumber()).join().status() == 200) {
                            found.incrementAndGet();
                        }
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        callers.forEach(OverloadIT::await);
        return found.get() / (Patience.since(begun).toMillis() / 1e3);
    }

    /** Asks at a rate, whoever is answered or not. */
    private List<Answer> offer(Visitor visitor, double perSecond) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        long asks = (long) (perSecond * MEASURED.toSeconds());
        for (long i = 0; i < asks; i++) {
            LockSupport.parkNanos(begun + (long) (i * 1e9 / perSecond) - System.nanoTime());
            answers.add(visitor.ask(newNumber()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private String newNumber() {
        return CARRIER.number(serial.incrementAndGet());
    }

    private static void await(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private PackagedTrackno serve(PostgresServer database, FakeCarriers carriers) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_CARRIERS_ROYAL_MAIL_LIMITS_CONCURRENCY", String.valueOf(AT_ONCE));
        return PackagedTrackno.start(environment, folder.resolve("trackno.log"));
    }
}
