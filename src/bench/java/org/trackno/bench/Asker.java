package org.trackno.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trackno.support.Json;

/** Asks at once and takes the time: a client that needs as little as can be of the cores it shares with what is measured. */
final class Asker implements AutoCloseable {
    private static final int CONNECTIONS = 100;
    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    /** All is asked on it: an answer that comes in one piece would be over before it is read on another. */
    private final Context context = vertx.getOrCreateContext();

    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));

    /** An answer and how long it took until its last byte, begun when all of them were. */
    record Answer(Buffer body, Duration took) {
        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }
    }

    /** The answers to GETs that are sent in one moment. */
    List<Answer> getAll(Stream<URI> addresses) {
        long begun = System.nanoTime();
        List<CompletableFuture<Answer>> asked = addresses
                .map(address -> ask(HttpMethod.GET, address, "*/*", Buffer.buffer(), begun, body -> {}))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** The answer to a POST of numbers to look up. */
    Answer post(URI root, List<String> numbers) {
        return post(root, numbers, "application/json", System.nanoTime(), body -> {}).join();
    }

    /** How long it takes until so many numbers of a streamed answer are found; then the rest is left. */
    Duration awaitFound(URI root, List<String> numbers, int enough) {
        CompletableFuture<Duration> there = new CompletableFuture<>();
        Lines lines = new Lines();
        long begun = System.nanoTime();
        CompletableFuture<Answer> whole = post(root, numbers, "application/x-ndjson", begun, sofar -> {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (lines.in(sofar) >= enough && found(sofar.toString(StandardCharsets.UTF_8)) >= enough) {
                there.complete(took);
            }
        });
        whole.whenComplete((answer, failure) -> there.completeExceptionally(
                failure == null ? new IllegalStateException("Not all numbers were found") : failure));
        try {
            return there.join();
        } finally {
            whole.cancel(false);
        }
    }

    /** Counts the lines of a text that grows, each byte once. */
    private static final class Lines {
        private int read;
        private int count;

        int in(Buffer text) {
            for (; read < text.length(); read++) {
                count += text.getByte(read) == '\n' ? 1 : 0;
            }
            return count;
        }
    }

    /** How many numbers an answer, whole or not, says are found. */
    static int found(String answer) {
        return answer.split("\"FOUND\"", -1).length - 1;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private CompletableFuture<Answer> post(
            URI root, List<String> numbers, String accept, long begun, Consumer<Buffer> sofar) {
        Buffer body = Buffer.buffer(Json.line(Map.of("numbers", numbers)));
        return ask(HttpMethod.POST, root.resolve("/v1/track"), accept, body, begun, sofar);
    }

    private CompletableFuture<Answer> ask(
            HttpMethod method, URI address, String accept, Buffer body, long begun, Consumer<Buffer> sofar) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(address.toString())
                .putHeader("Accept", accept)
                .putHeader("Content-Type", "application/json");
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        context.runOnContext(now -> client.request(options)
                .compose(request -> {
                    answer.whenComplete((done, failure) -> {
                        if (answer.isCancelled()) {
                            request.reset();
                        }
                    });
                    return send(request, body);
                })
                .compose(response -> read(response, begun, sofar))
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally));
        return answer;
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body.length() == 0 ? request.send() : request.send(body);
    }

    private static Future<Answer> read(HttpClientResponse response, long begun, Consumer<Buffer> sofar) {
        Buffer body = Buffer.buffer();
        response.handler(chunk -> sofar.accept(body.appendBuffer(chunk)));
        return response.end().map(end -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Answers " + response.statusCode());
            }
            return new Answer(body, Duration.ofNanos(System.nanoTime() - begun));
        });
    }
}
