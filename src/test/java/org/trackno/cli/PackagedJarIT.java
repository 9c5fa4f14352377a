package org.trackno.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.support.Json;

/** The packaged application, as a user starts it: a process of its own with nothing but its arguments. */
class PackagedJarIT {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern SERVES = Pattern.compile("Trackno serves (http://\\S+).*");
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final List<String> CARRIERS =
            List.of("bring", "canada-post", "dhl", "dpd", "la-poste", "royal-mail", "ups", "usps");

    @TempDir
    Path data;

    @Test
    void it_serves_stops_and_remembers() throws IOException, InterruptedException {
        String number;
        try (Running first = serve()) {
            for (String carrier : CARRIERS) {
                JsonNode snapshot = first.get("/v1/track/" + first.number(carrier, "moving"));
                assertThat(snapshot.path("stage").asText()).as(carrier).isEqualTo("IN_TRANSIT");
                assertThat(snapshot.at("/carrier/id").asText()).isEqualTo(carrier);
            }
            number = first.number("usps", "moving");
            first.stop();
        }
        try (Running second = serve()) {
            JsonNode diagnosis = second.get("/v1/track/" + number + "/diagnosis");

            assertThat(diagnosis.path("lastCalls")).hasSize(1);
            assertThat(diagnosis.at("/lastCalls/0/outcome").asText()).isEqualTo("FOUND");
            assertThat(second.get("/v1/track/" + number).path("events")).isNotEmpty();
            second.stop();
        }
    }

    @ParameterizedTest(name = "{0} ends with {1}")
    @CsvSource({
        "detect PB435596261GB, 0",
        "detect PB435596261GB --json, 0",
        "detect hello, 1",
        "detect, 2",
        "carriers map royal-mail carriers/royal-mail/samples/moving.json, 0",
        "carriers map royal-mail carriers/royal-mail/samples/not-found.json --json, 1",
        "carriers map royal-mail carriers/usps/samples/moving.json, 1",
        "carriers map pigeon-post carriers/usps/samples/moving.json, 2",
        "carriers map royal-mail no-such-file.json, 2",
        "carriers check carriers/royal-mail carriers/usps, 0",
        "fly, 2",
        "--help, 0"
    })
    void a_command_says_by_its_code_how_it_went(String arguments, int code) throws IOException, InterruptedException {
        Process process = start(arguments.split(" "));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(code);
        assertThat(output).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    private Running serve() throws IOException {
        return new Running(start("serve", "--sandbox", "--port", "0", "--data", data.toString()));
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** A server that has said where it listens. */
    private static final class Running implements AutoCloseable {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final Process process;
        private final URI root;

        Running(Process process) throws IOException {
            this.process = process;
            this.root = awaitAddress(process);
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            HttpResponse<String> response =
                    HTTP.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return Json.MAPPER.readTree(response.body());
        }

        String number(String carrier, String scenario) throws IOException, InterruptedException {
            for (JsonNode number : get("/v1/carriers/" + carrier).path("sandboxNumbers")) {
                if (number.path("scenario").asText().equals(scenario)) {
                    return number.path("trackingNumber").asText();
                }
            }
            throw new AssertionError(carrier + " has no number for " + scenario);
        }

        /** Asks it to stop, with SIGTERM. */
        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS))
                    .as("it stops within %s", STOPS_WITHIN)
                    .isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private static URI awaitAddress(Process process) throws IOException {
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            List<String> said = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                Matcher serves = SERVES.matcher(line);
                if (serves.matches()) {
                    return URI.create(serves.group(1));
                }
            }
            throw new AssertionError("It ended without serving: " + said);
        }
    }
}
