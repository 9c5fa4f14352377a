package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.model.FailureKind;
import org.trackno.support.SystemBeans;

/** How calls use the wire. */
class CarrierHttpTest {
    private static final Duration PLENTY = Duration.ofSeconds(10);
    private static final String SILENT = "/silent";
    private static final String DRIBBLING = "/dribbling";

    private final Vertx vertx = Vertx.vertx();
    private final CarrierHttp http = new CarrierHttp(vertx, new SystemBeans().clock());
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> connectionClosed = new CompletableFuture<>();
    private HttpServer carrier;

    @BeforeEach
    void start() {
        carrier = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connectionClosed.complete(null));
                })
                .requestHandler(CarrierHttpTest::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aConnectionWhoseAnswerWasReadIsUsedAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(get().status()).isEqualTo(200);
        }

        // a connection may still be on its way back to the pool when the next call begins
        assertThat(connections).hasValueLessThan(5);
    }

    @Test
    void aGetHasNoBody() {
        assertThat(new String(get().body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {SILENT, DRIBBLING})
    void aCallThatTakesTooLongIsGivenUpAndItsConnectionDropped(String path) throws Exception {
        Uni<CarrierAnswer> call = http.send(call(path), Duration.ofMillis(300));

        assertThatThrownBy(() -> call.await().atMost(PLENTY))
                .isInstanceOfSatisfying(
                        CallFailure.class,
                        failure -> assertThat(failure.failed().kind()).isEqualTo(FailureKind.TIMEOUT));
        connectionClosed.get(PLENTY.toSeconds(), TimeUnit.SECONDS);
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case SILENT -> {}
            case DRIBBLING -> request.response().setChunked(true).write("{");
            default -> request.response().end(String.valueOf(request.getHeader("Content-Length")));
        }
    }

    private CarrierAnswer get() {
        return http.send(call("/any"), PLENTY).await().atMost(PLENTY);
    }

    private OutgoingCall call(String path) {
        return new OutgoingCall("GET", "http://127.0.0.1:" + carrier.actualPort() + path, Map.of(), Map.of(), null);
    }
}
