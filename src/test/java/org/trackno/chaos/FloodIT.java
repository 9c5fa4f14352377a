package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.chaos.Visitor.Answer;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.Flood;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** Bodies far too large, many at once: reading stops, and the heap says so. */
@Tag("chaos")
class FloodIT {
    private static final MadeUpNumbers CARRIER = MadeUpNumbers.ROYAL_MAIL;
    private static final int FLOODS = 50;
    private static final int MOST_MORE_HEAP = 150;
    /** Of a young collection: megabytes before, megabytes that were left. */
    private static final Pattern LEFT = Pattern.compile("Pause Young.* \\d+M->(\\d+)M\\(");

    @TempDir
    Path folder;

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

    @ParameterizedTest
    @EnumSource
    void fifty_at_once_leave_it_standing(Flood flood) throws IOException {
        Path collections = folder.resolve("gc.log");
        try (PackagedTrackno trackno = serve(collections)) {
            Visitor visitor = new Visitor(trackno.root());
            visitor.awaitFound(CARRIER, 71_000_000);
            int before = mostLeft(collections);
            carriers.flood(CARRIER.carrier(), flood);

            List<CompletableFuture<Answer>> answers = IntStream.range(0, FLOODS)
                    .mapToObj(i -> visitor.ask(CARRIER.number(72_000_000L + i)))
                    .toList();

            assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(503);
            assertThat(carriers.calls(CARRIER.carrier())).isGreaterThan(FLOODS / 2);
            assertThat(mostLeft(collections) - before).as("MB of heap").isLessThanOrEqualTo(MOST_MORE_HEAP);
            visitor.awaitFound(MadeUpNumbers.BRING, 73_000_000);
        }
    }

    /** The most that a collection left in the heap so far, in MB. */
    private static int mostLeft(Path collections) throws IOException {
        int[] left = LEFT.matcher(Files.readString(collections))
                .results()
                .map(MatchResult::group)
                .mapToInt(line -> Integer.parseInt(line.replaceAll(".*->(\\d+)M\\($", "$1")))
                .toArray();
        assertThat(left).isNotEmpty();
        return java.util.Arrays.stream(left).max().orElseThrow();
    }

    /** With a small young generation, so that it is collected all the time; and all floods may come at once. */
    private PackagedTrackno serve(Path collections) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_CARRIERS_ROYAL_MAIL_LIMITS_CONCURRENCY", String.valueOf(FLOODS));
        return PackagedTrackno.start(
                environment,
                folder.resolve("trackno.log"),
                "-Xmx512m",
                "-Xmn24m",
                "-Xlog:gc:file=" + collections,
                "-XX:+ExitOnOutOfMemoryError");
    }
}
