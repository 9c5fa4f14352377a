package org.trackno.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.trackno.testkit.MadeUpNumbers;

/**
 * Somebody who asks one server over HTTP.
 *
 * @param root where the server is
 */
record Visitor(URI root) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(60);

    /** What came back, and how long after it was asked for; status 0 when the connection broke, and blank without an ETag. */
    record Answer(int status, String body, String etag, Duration took) {}

    /** Asks for the parcel of a number. */
    CompletableFuture<Answer> ask(String number) {
        return get("/v1/track/" + number);
    }

    /** Asks for anything. */
    CompletableFuture<Answer> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path)).timeout(TIMEOUT).build();
        long begun = System.nanoTime();
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null
                        ? new Answer(
                                answer.statusCode(),
                                answer.body(),
                                answer.headers().firstValue("ETag").orElse(""),
                                Patience.since(begun))
                        : new Answer(0, "", "", Patience.since(begun)));
    }

    /** Asks for one number after the other until one is found: what has just started may not be in time with the first. */
    void awaitFound(MadeUpNumbers carrier, long firstSerial) {
        AtomicLong serial = new AtomicLong(firstSerial);
        Patience.await(
                "a number is found",
                FOUND_WITHIN,
                () -> ask(carrier.number(serial.getAndIncrement())).join().status() == 200);
    }
}
