package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.model.FailureKind;

/**
 * The one HTTP client for all carriers. It follows no redirects, stops reading at 2 MB after decompression, and drops the
 * connection of a call that nobody waits for any more. It is Vert.x's own client, the one below the Quarkus REST client,
 * because that one reads a whole body before anybody can stop it (see docs/decisions).
 */
@ApplicationScoped
class CarrierHttp {
    private static final Logger LOG = Logger.getLogger(CarrierHttp.class);
    /** No tracking answer is larger; what is, is an error page, an attack or a fault. */
    static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_CARRIER = 32;

    private final HttpClient client;
    private final Clock clock;

    CarrierHttp(Vertx vertx, Clock clock) {
        this.clock = clock;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setTcpQuickAck(true) // or who waits for it between head and body waits 40 ms, over epoll
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setDecompressionSupported(true)
                        .setKeepAliveTimeout(30))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_CARRIER))
                .withConnectHandler(connection -> connection.exceptionHandler(CarrierHttp::noteBroken))
                .build();
    }

    /** A call that was under way fails of it; a connection that was kept for the next one is no loss. Vert.x would log an error. */
    private static void noteBroken(Throwable failure) {
        LOG.debugf("A connection to a carrier broke: %s", failure.getMessage());
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * The answer, whatever its status.
     *
     * <p>Fails with {@link CallFailure}: unavailable, timeout or too large.
     *
     * @param timeout for the whole call, from connecting to the last byte
     */
    Uni<CarrierAnswer> send(OutgoingCall call, Duration timeout) {
        return Uni.createFrom()
                .<CarrierAnswer>emitter(emitter -> start(call, emitter))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> CallFailure.of(FailureKind.TIMEOUT, "no answer within " + timeout.toMillis() + " ms"))
                .onFailure(failure -> !(failure instanceof CallFailure))
                .transform(CarrierHttp::asCallFailure);
    }

    private void start(OutgoingCall call, UniEmitter<? super CarrierAnswer> emitter) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(call.url())
                .setFollowRedirects(false);
        call.headers().forEach(options::putHeader);
        client.request(options)
                .onSuccess(request -> {
                    AtomicBoolean complete = new AtomicBoolean();
                    emitter.onTermination(() -> {
                        if (!complete.get()) {
                            request.reset(); // a connection whose answer was read whole is used again
                        }
                    });
                    (call.body() == null ? request.send() : request.send(call.body()))
                            .onSuccess(response -> read(request, response, complete, emitter))
                            .onFailure(emitter::fail);
                })
                .onFailure(emitter::fail);
    }

    private void read(
            HttpClientRequest request,
            HttpClientResponse response,
            AtomicBoolean complete,
            UniEmitter<? super CarrierAnswer> emitter) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(emitter::fail)
                .handler(chunk -> {
                    if (body.length() + chunk.length() > MAX_BODY_BYTES) {
                        response.handler(null);
                        emitter.fail(CallFailure.of(FailureKind.TOO_LARGE, "the body is larger than 2 MB"));
                        request.reset(); // last, because it fails the response as a broken connection
                    } else {
                        body.appendBuffer(chunk);
                    }
                })
                .endHandler(end -> {
                    complete.set(true);
                    emitter.complete(new CarrierAnswer(
                            response.statusCode(),
                            body.getBytes(),
                            RetryAfter.parse(response.getHeader("Retry-After"), clock.instant())
                                    .orElse(null)));
                });
    }

    private static CallFailure asCallFailure(Throwable failure) {
        FailureKind kind = failure instanceof TimeoutException ? FailureKind.TIMEOUT : FailureKind.UNAVAILABLE;
        String detail = failure instanceof ConnectException || failure instanceof UnknownHostException
                ? "cannot connect"
                : "the connection broke";
        return CallFailure.of(kind, detail);
    }

    /** Headers of a form, for token calls. */
    static Map<String, String> formHeaders() {
        return Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
    }
}
