package org.trackno.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriersCommandTest {
    private static final Path USPS = Path.of("carriers", "usps");
    private static final String MOVING = USPS.resolve("samples/moving.json").toString();
    private static final String NOT_FOUND =
            USPS.resolve("samples/not-found.json").toString();

    @TempDir
    private Path folder;

    @Test
    void everyCarrierIsListedWithWhatItCanDo() {
        CommandRun run = CommandRun.of("carriers", "--json");

        JsonNode usps = run.json().stream()
                .filter(carrier -> carrier.path("id").asText().equals("usps"))
                .findFirst()
                .orElseThrow();
        assertThat(run.exitCode()).isZero();
        assertThat(usps.path("name").asText()).isEqualTo("USPS");
        assertThat(usps.path("countries")).extracting(JsonNode::asText).contains("US");
        assertThat(usps.path("reads").asBoolean()).isTrue();
        assertThat(usps.path("authentication").asText()).isEqualTo("oauth2-client-credentials");
        assertThat(usps.path("batchSize").asInt()).isPositive();
        assertThat(usps.path("formats").asInt()).isPositive();
    }

    @Test
    void peopleSeeOneRowACarrier() {
        assertThat(CommandRun.of("carriers").out().lines())
                .anySatisfy(line -> assertThat(line).matches("usps +USPS +reads +\\d+"));
    }

    @Test
    void aSavedAnswerIsRead() {
        CommandRun run = CommandRun.of("carriers", "map", "usps", MOVING, "--json");

        JsonNode answer = run.json().get(0);
        assertThat(run.exitCode()).isZero();
        assertThat(answer.path("file").asText()).isEqualTo(MOVING);
        assertThat(answer.path("outcome").asText()).isEqualTo("FOUND");
        assertThat(answer.at("/snapshots/0/events")).isNotEmpty();
        assertThat(answer.path("failure").isNull()).isTrue();
        assertThat(answer.path("unmapped").isArray()).isTrue();
    }

    @Test
    void anAnswerThatKnowsNothingIsNotFound() {
        CommandRun run = CommandRun.of("carriers", "map", "usps", MOVING, NOT_FOUND, "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json())
                .extracting(answer -> answer.path("outcome").asText())
                .containsExactly("FOUND", "NOT_FOUND");
    }

    @Test
    void whatIsNoAnswerFailsCleanly() throws IOException {
        Path html = Files.writeString(folder.resolve("page.html"), "<html><body>Down for maintenance");
        Path empty = Files.createFile(folder.resolve("empty.json"));

        CommandRun run = CommandRun.of("carriers", "map", "usps", html.toString(), empty.toString(), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json())
                .extracting(answer -> answer.path("outcome").asText())
                .containsExactly("FAILED", "FAILED");
        assertThat(run.json())
                .allSatisfy(answer ->
                        assertThat(answer.at("/failure/kind").asText()).isEqualTo("UNREADABLE"));
    }

    @Test
    void peopleReadTheSavedParcel() {
        CommandRun run = CommandRun.of("carriers", "map", "usps", MOVING);

        assertThat(run.out()).startsWith(MOVING + ": FOUND").contains("● ");
    }

    @Test
    void wrongUseOfMapIsTold() {
        assertThat(CommandRun.of("carriers", "map", "nobody", MOVING).exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("carriers", "map", "usps").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("carriers", "map", "usps", "no-such-file.json").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("carriers", "map", "amazon", MOVING).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aGoodFolderPasses() {
        CommandRun run = CommandRun.of("carriers", "check", USPS.toString());

        assertThat(run.out()).isEqualTo(USPS + ": good\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFolderWithAChangedSampleDoesNot() throws IOException {
        Path copy = copyOf(USPS);
        Files.writeString(copy.resolve("samples/moving.expected.json"), "{}");

        CommandRun run = CommandRun.of("carriers", "check", copy.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("samples/moving.json: reads differently");
    }

    @Test
    void aFolderWithAPointerThatIsNoneDoesNot() throws IOException {
        CommandRun run = checkWith("numberAt: [/", "numberAt: [");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).containsPattern("carrier[.]yaml.*(must start with '/'|JSON Pointer)");
    }

    @Test
    void aPointerToTheWholeItemIsOne() throws IOException {
        CommandRun run = checkWith("numberAt: [", "numberAt: [\"\", ");

        assertThat(run.out()).endsWith(": good\n");
    }

    @Test
    void aFolderThatIsNotThereIsWrongUse() {
        assertThat(CommandRun.of("carriers", "check", "carriers/nobody").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("carriers", "check").exitCode()).isEqualTo(2);
    }

    @Test
    void onlyACarrierThatIsReadCanBeReadAgain() {
        assertThat(CommandRun.of("carriers", "reread", "nobody").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("carriers", "reread", "amazon").exitCode()).isEqualTo(2);
    }

    /** Checks a folder whose manifest says one thing otherwise. */
    private CommandRun checkWith(String words, String others) throws IOException {
        Path copy = copyOf(USPS);
        Path manifest = copy.resolve("carrier.yaml");
        String before = Files.readString(manifest);
        assertThat(before).contains(words);
        Files.writeString(manifest, before.replace(words, others));
        return CommandRun.of("carriers", "check", copy.toString());
    }

    private Path copyOf(Path from) throws IOException {
        Path copy = folder.resolve(from.getFileName());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(from.relativize(file).toString()));
            }
        }
        return copy;
    }
}
