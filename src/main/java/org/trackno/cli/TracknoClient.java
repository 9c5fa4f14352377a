package org.trackno.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Json;
import org.trackno.tracking.Snapshot;

/** Speaks with a Trackno server over its HTTP interface, version 1. */
final class TracknoClient {
    /** So many numbers the server takes at once. */
    static final int MOST_NUMBERS = 100;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    /** A newer server may say more than this client knows. */
    private static final ObjectReader SNAPSHOT =
            Json.MAPPER.readerFor(Snapshot.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String base;

    /** A client of the server at this address. */
    TracknoClient(URI server) {
        this.base = server.toString().replaceAll("/+$", "");
    }

    /**
     * What is asked about several numbers.
     *
     * @param numbers as somebody typed them
     * @param carrier id of their carrier; null to recognise each
     * @param destination ISO 3166-1 alpha-2; null when unknown
     * @param postcode proof of entitlement; null for none
     */
    record Question(
            List<String> numbers,
            @Nullable String carrier,
            @Nullable String destination,
            @Nullable List<String> carriers,
            @Nullable String postcode) {}

    /** A server that cannot be asked, or that refuses the question as a whole. */
    static final class TracknoException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean wrongUse;

        TracknoException(String message, boolean wrongUse) {
            super(message);
            this.wrongUse = wrongUse;
        }

        /** Whether the question was wrong, not the server. */
        boolean isWrongUse() {
            return wrongUse;
        }
    }

    /**
     * An answer for each number, in order.
     *
     * @throws TracknoException when the server cannot be asked or refuses the question
     */
    List<TrackAnswer> track(Question question) {
        List<TrackAnswer> answers = new ArrayList<>();
        for (int from = 0; from < question.numbers().size(); from += MOST_NUMBERS) {
            int to = Math.min(from + MOST_NUMBERS, question.numbers().size());
            List<String> numbers = question.numbers().subList(from, to);
            answers.addAll(ask(new Question(
                    numbers, question.carrier(), question.destination(), question.carriers(), question.postcode())));
        }
        return answers;
    }

    /** Whether a server answers there and is in good health. */
    boolean isLive() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/health/live"))
                    .timeout(CONNECT)
                    .build();
            return send(request).statusCode() == OK;
        } catch (TracknoException | IllegalArgumentException e) {
            return false;
        }
    }

    private List<TrackAnswer> ask(Question question) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/track"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(Json.line(question)))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode body = parse(response);
        if (response.statusCode() != OK) {
            throw new TracknoException(new TrackAnswer.Problem(body).sentences(), response.statusCode() == BAD_REQUEST);
        }
        List<TrackAnswer> answers = new ArrayList<>();
        for (JsonNode outcome : body.path("outcomes")) {
            answers.add(answer(outcome));
        }
        if (answers.size() != question.numbers().size()) {
            throw new TracknoException(base + " does not answer like a Trackno server.", false);
        }
        return answers;
    }

    private TrackAnswer answer(JsonNode outcome) {
        JsonNode snapshot = outcome.path("snapshot");
        try {
            return new TrackAnswer(
                    outcome.path("input").asText(),
                    (ObjectNode) outcome,
                    snapshot.isObject() ? SNAPSHOT.readValue(snapshot) : null);
        } catch (IOException | ClassCastException e) {
            throw new TracknoException(base + " sends a parcel that this version cannot read.", false);
        }
    }

    private JsonNode parse(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new TracknoException(
                    base + " does not answer like a Trackno server (status " + response.statusCode() + ").", false);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TracknoException("No Trackno server answers at " + base + ".", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TracknoException("Interrupted.", false);
        }
    }
}
