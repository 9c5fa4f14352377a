package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.support.SystemBeans;

/** How calls use the wire. */
class CarrierHttpTest {
    private static final Duration PLENTY = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final CarrierHttp http = new CarrierHttp(vertx, new SystemBeans().clock());
    private final AtomicInteger connections = new AtomicInteger();
    private HttpServer carrier;

    @BeforeEach
    void start() {
        carrier = vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.response().end(String.valueOf(request.getHeader("Content-Length"))))
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

    private CarrierAnswer get() {
        String address = "http://127.0.0.1:" + carrier.actualPort() + "/any";
        return http.send(new OutgoingCall("GET", address, Map.of(), Map.of(), null), PLENTY)
                .await()
                .atMost(PLENTY);
    }
}
