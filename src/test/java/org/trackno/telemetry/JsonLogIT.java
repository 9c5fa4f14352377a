package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trackno.support.Json;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** The log of the packaged application as JSON, as a collector of logs reads it from its standard output. */
class JsonLogIT {
    private static final String NUMBER = MadeUpNumbers.ROYAL_MAIL.number(71_000_001);

    @TempDir
    Path folder;

    @Test
    void every_line_is_a_json_object_and_masked_with_the_whole_exception_in_it()
            throws IOException, InterruptedException, SQLException {
        Path log = folder.resolve("trackno.log");
        try (PostgresServer database = PostgresServer.start(folder);
                FakeCarriers carriers = FakeCarriers.start();
                PackagedTrackno trackno = PackagedTrackno.start(environment(database, carriers), log)) {
            storeUnreadable(database);
            assertThat(ask(trackno, NUMBER)).isEqualTo(503);
            trackno.stop();
        }

        List<JsonNode> lines = Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith("Trackno serves http"))
                .map(JsonLogIT::json)
                .toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("timestamp").asText()).isNotBlank();
            assertThat(line.path("level").asText()).isNotBlank();
            assertThat(line.path("message").isTextual()).isTrue();
        });
        JsonNode failed = lines.stream()
                .filter(line -> line.path("level").asText().equals("ERROR"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("message").asText()).isEqualTo("A look-up failed");
        assertThat(failed.path("stackTrace").asText())
                .contains(
                        "No enum constant",
                        "*********" + NUMBER.substring(NUMBER.length() - 4),
                        "\n\tat org.trackno.store.");
        assertThat(Files.readString(log)).doesNotContain(NUMBER);
    }

    /** A row as nothing of ours writes it: whoever reads it complains, and names what it found. */
    private static void storeUnreadable(PostgresServer database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into parcel (carrier, tracking_number, state, failure, tried_at, created_at)"
                                + " values (?, ?, '{}', ?, now(), now())")) {
            insert.setString(1, MadeUpNumbers.ROYAL_MAIL.carrier());
            insert.setString(2, NUMBER);
            insert.setString(3, NUMBER);
            insert.executeUpdate();
        }
    }

    private static Map<String, String> environment(PostgresServer database, FakeCarriers carriers) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_LOG_JSON", "true");
        return environment;
    }

    private static int ask(PackagedTrackno trackno, String number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(trackno.root().resolve("/v1/track/" + number))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static JsonNode json(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }
}
