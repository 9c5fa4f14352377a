package org.trackno.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.trackno.support.Json;

/** What Trackno answered. */
public record Reply(HttpResponse<String> response) {
    /** What must never leave the server: class names and stack traces. */
    private static final List<String> INNARDS =
            List.of("org.trackno", "java.", "jakarta.", "io.", "Exception", "\tat ");

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** A header; blank when it is missing. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body as JSON. */
    public JsonNode json() {
        return json(body());
    }

    /** The body as one JSON document a line. */
    public List<JsonNode> lines() {
        return body().lines().filter(line -> !line.isBlank()).map(Reply::json).toList();
    }

    /** The snapshot of a parcel. */
    public JsonNode snapshot() {
        assertThat(status()).as(body()).isEqualTo(200);
        assertThat(header("Content-Type")).startsWith("application/json");
        return json();
    }

    /** The problem document, which is a whole one of this status and type and shows nothing of the inside. */
    public JsonNode problem(int status, String type) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(INNARDS).noneSatisfy(innards -> assertThat(body()).contains(innards));
        return problem;
    }

    /** The names of an object's fields. */
    public static Set<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The items of an array. */
    public static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
