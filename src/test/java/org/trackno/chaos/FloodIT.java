package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.chaos.Visitor.Answer;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.Flood;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/**
 * Bodies far too large, many asked for at once: reading stops, and the heap says so. As many pour at once as there may be
 * connections to a carrier, 32; the others wait for one of these.
 */
@Tag("chaos")
@EnabledIfSystemProperty(
        named = "trackno.chaos.long",
        matches = "true",
        disabledReason = "pours gigabytes; mvn -P chaos verify runs it")
class FloodIT {
    private static final int FLOODS = 50;
    private static final int MOST_MORE_HEAP = 150;
    private static final String COLLECTIONS = "gc.log";
    /** Of a young collection: megabytes before, megabytes that were left. */
    private static final Pattern LEFT = Pattern.compile("Pause Young.* \\d+M->(\\d+)M\\(");

    @TempDir
    static Path folder;

    private static PostgresServer database;
    private static FakeCarriers carriers;
    private static PackagedTrackno trackno;

    @BeforeAll
    static void prepare() {
        database = PostgresServer.start(folder);
        carriers = FakeCarriers.start();
        trackno = serve();
    }

    @AfterAll
    static void cleanUp() {
        trackno.close();
        carriers.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"ROYAL_MAIL, PLAIN", "BRING, PACKED"})
    void fifty_asked_for_at_once_leave_it_standing(MadeUpNumbers carrier, Flood flood) throws IOException {
        Visitor visitor = new Visitor(trackno.root());
        visitor.awaitFound(carrier, 71_000_000);
        long before = Footprint.heap(trackno) / 1024;
        int collections = left().size();
        carriers.flood(carrier.carrier(), flood);

        List<CompletableFuture<Answer>> answers = IntStream.range(0, FLOODS)
                .mapToObj(i -> visitor.ask(carrier.number(72_000_000L + i)))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(503);
        assertThat(carriers.calls(carrier.carrier())).isGreaterThan(FLOODS / 2);
        List<Integer> left = left();
        int most = Collections.max(left.subList(collections, left.size()));
        System.out.println(flood + ": " + before + " MB of heap before, at most " + most + " MB");
        assertThat(most - before).as("MB of heap").isLessThanOrEqualTo(MOST_MORE_HEAP);
        visitor.awaitFound(MadeUpNumbers.USPS, 73_000_000 + carrier.ordinal() * 1_000L);
    }

    /** What each collection so far left in the heap, in MB. */
    private static List<Integer> left() throws IOException {
        return LEFT.matcher(Files.readString(folder.resolve(COLLECTIONS)))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** With a small young generation, so that it is collected all the time; and the connections alone bound the floods. */
    private static PackagedTrackno serve() {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_CARRIERS_ROYAL_MAIL_LIMITS_CONCURRENCY", String.valueOf(FLOODS));
        environment.put("TRACKNO_CARRIERS_BRING_LIMITS_CONCURRENCY", String.valueOf(FLOODS));
        return PackagedTrackno.start(
                environment,
                folder.resolve("trackno.log"),
                "-Xmx512m",
                "-Xmn24m",
                "-Xlog:gc:file=" + folder.resolve(COLLECTIONS),
                "-XX:+ExitOnOutOfMemoryError");
    }
}
