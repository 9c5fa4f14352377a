package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trackno.chaos.Visitor.Answer;
import org.trackno.testkit.Aging;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** A mixed load, with a carrier that hangs now and then: nothing is logged that should not be, and nothing is kept. */
@Tag("chaos")
@Timeout(value = 2, unit = TimeUnit.HOURS) // an hour may be asked for
class SoakIT {
    private static final Duration LENGTH = Duration.parse(System.getProperty("trackno.chaos.soak", "PT8S"));
    /** In a shorter run the compiler and the caches are still growing. */
    private static final Duration LONG_ENOUGH_TO_COMPARE = Duration.ofMinutes(5);

    private static final int CACHED_PARCELS = 600;
    private static final String HANGS_NOW_AND_THEN = MadeUpNumbers.USPS.carrier();
    private static final int HANGS_OF_10_SECONDS = 4;
    private static final int AGED_AT_ONCE = 20;
    private static final double MORE_HEAP = 1.05;
    private static final int MORE_THREADS = 4;
    private static final int MORE_FILES = 10;
    private static final int MOST_SESSIONS = 21; // the pool, and the one that listens
    /** Traps of the stack beneath, and errors. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("HR0000(68|69|90)|already (been )?complete|[Uu]nhandled|\\bERROR\\b");
    /** Not in the first fifth: what has just started compiles on the processors that it works on. */
    private static final Pattern BLOCKED = Pattern.compile("has been blocked");

    @TempDir
    Path folder;

    private int seconds;

    @Test
    void nothing_is_logged_that_should_not_be_and_nothing_is_kept()
            throws SQLException, IOException, InterruptedException {
        Path log = folder.resolve("trackno.log");
        try (PostgresServer database = PostgresServer.start(folder);
                FakeCarriers carriers = FakeCarriers.start();
                PackagedTrackno trackno = serve(database, carriers, log)) {
            know(new Visitor(trackno.root()));
            int linesBefore = Files.readAllLines(log).size();
            carriers.answerAfter(Duration.ofMillis(10));
            MixedLoad load = new MixedLoad(trackno.root());

            load.run(LENGTH.dividedBy(5), () -> makeTrouble(database, carriers));
            Footprint before = Footprint.of(trackno, database);
            int linesWarm = Files.readAllLines(log).size();
            load.run(LENGTH.multipliedBy(4).dividedBy(5), () -> makeTrouble(database, carriers));
            Footprint after = Footprint.of(trackno, database);

            List<String> lines = Files.readAllLines(log);
            System.out.println("Soak of " + LENGTH + ": " + load.statuses() + ", from " + before + " to " + after);
            assertThat(lines.subList(linesBefore, lines.size()))
                    .filteredOn(line -> FORBIDDEN.matcher(line).find())
                    .isEmpty();
            assertThat(lines.subList(linesWarm, lines.size()))
                    .filteredOn(line -> BLOCKED.matcher(line).find())
                    .isEmpty();
            assertThat(load.statuses()).containsKey(200);
            assertThat(load.statuses().keySet()).isSubsetOf(200, 403, 429, 503);
            if (LENGTH.compareTo(LONG_ENOUGH_TO_COMPARE) >= 0) {
                assertThat(after.heap()).isLessThanOrEqualTo((long) (before.heap() * MORE_HEAP));
                assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + MORE_THREADS);
                assertThat(after.files()).isLessThanOrEqualTo(before.files() + MORE_FILES);
            }
            assertThat(after.sessions()).isLessThanOrEqualTo(MOST_SESSIONS);
        }
    }

    /** The numbers that are asked for again and again are known before the load begins. */
    private static void know(Visitor visitor) {
        visitor.awaitFound(MadeUpNumbers.ROYAL_MAIL, 78_000_000);
        List<String> numbers = MixedLoad.known();
        for (int from = 0; from < numbers.size(); from += AGED_AT_ONCE) {
            List<CompletableFuture<Answer>> answers = numbers.subList(from, from + AGED_AT_ONCE).stream()
                    .map(visitor::ask)
                    .toList();
            assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
        }
    }

    private void makeTrouble(PostgresServer database, FakeCarriers carriers) {
        carriers.hang(HANGS_NOW_AND_THEN, seconds % 10 < HANGS_OF_10_SECONDS);
        int from = seconds * AGED_AT_ONCE % MixedLoad.known().size();
        seconds++;
        try {
            Aging.makeStale(database, MixedLoad.known().subList(from, from + AGED_AT_ONCE));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackagedTrackno serve(PostgresServer database, FakeCarriers carriers, Path log) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_CACHE_MAX_PARCELS", String.valueOf(CACHED_PARCELS));
        environment.put("TRACKNO_CARRIERS_USPS_LIMITS_PER_DAY", "none");
        return PackagedTrackno.start(environment, log, "-Xmx512m");
    }
}
