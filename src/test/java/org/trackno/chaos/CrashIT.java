package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** The packaged application and its PostgreSQL, killed and stopped in the middle of their work. */
@Tag("chaos")
@Timeout(value = 30, unit = TimeUnit.MINUTES) // fifty starts
class CrashIT {
    private static final int KILLS = Extent.rounds(3, 50);
    private static final int DATABASE_STOPS = Extent.rounds(2, 10);
    private static final int BEFORE_A_BLOW = 30;
    private static final int WARM_UPS = 10;
    private static final Duration LONGEST_BEFORE_A_BLOW = Duration.ofMillis(300);
    private static final Duration BUSY_WITHIN = Duration.ofSeconds(60);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final Random chance = new Random(20_261_124);
    private PostgresServer database;
    private FakeCarriers carriers;

    @BeforeEach
    void prepare() {
        database = PostgresServer.start(folder);
        carriers = FakeCarriers.start();
    }

    @AfterEach
    void cleanUp() {
        carriers.close();
        database.close();
    }

    @Test
    void what_was_shown_is_stored_however_often_the_process_is_killed() throws SQLException, InterruptedException {
        PackagedTrackno trackno = serve();
        try (Writers writers = Writers.start(trackno.root())) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitWork(writers);
                trackno.kill();
                assertThat(Writers.countHalfWritten(database))
                        .as("half-written parcels")
                        .isZero();
                trackno = serve();
                writers.turnTo(trackno.root());
            }
            awaitWork(writers);
            assertThat(writers.missing(database))
                    .as("of %d acknowledged", writers.acknowledged())
                    .isEmpty();
        } finally {
            trackno.close();
        }
    }

    @Test
    void what_was_shown_is_stored_however_often_the_database_is_stopped_at_once()
            throws SQLException, InterruptedException {
        try (PackagedTrackno trackno = serve();
                Writers writers = Writers.start(trackno.root())) {
            for (int stop = 0; stop < DATABASE_STOPS; stop++) {
                awaitWork(writers);
                database.stopAtOnce();
                database.startAgain();
                int before = writers.acknowledged();
                Patience.await("parcels are found again", BACK_WITHIN, () -> writers.acknowledged() > before);
            }
            assertThat(writers.missing(database))
                    .as("of %d acknowledged", writers.acknowledged())
                    .isEmpty();
            assertThat(Writers.countHalfWritten(database))
                    .as("half-written parcels")
                    .isZero();
        }
    }

    @Test
    void requests_that_were_accepted_are_answered_before_it_stops() {
        try (PackagedTrackno trackno = serve()) {
            Visitor visitor = new Visitor(trackno.root());
            for (int i = 0; i < WARM_UPS; i++) {
                visitor.awaitFound(MadeUpNumbers.ROYAL_MAIL, 36_000_000L + 1_000L * i);
                visitor.awaitFound(MadeUpNumbers.USPS, 36_000_000L + 1_000L * i);
            }
            carriers.answerAfter(Duration.ofMillis(1_000));
            long calls = carriers.calls();
            List<CompletableFuture<Visitor.Answer>> answers = new ArrayList<>();
            IntStream.range(0, 4).forEach(i -> {
                answers.add(visitor.ask(MadeUpNumbers.ROYAL_MAIL.number(35_000_000L + i)));
                answers.add(visitor.ask(MadeUpNumbers.USPS.number(35_000_000L + i)));
            });
            Patience.await("all are under way", BUSY_WITHIN, () -> carriers.calls() - calls == answers.size());

            Duration took = trackno.stop();

            assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
            assertThat(took).isLessThan(ENDS_WITHIN);
        }
    }

    private PackagedTrackno serve() {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        return PackagedTrackno.start(environment, folder.resolve("trackno.log"));
    }

    /** Until some parcels more were shown, and then a random moment longer. */
    private void awaitWork(Writers writers) {
        int before = writers.acknowledged();
        Patience.await("parcels are found", BUSY_WITHIN, () -> writers.acknowledged() >= before + BEFORE_A_BLOW);
        LockSupport.parkNanos((long) (chance.nextDouble() * LONGEST_BEFORE_A_BLOW.toNanos()));
    }
}
