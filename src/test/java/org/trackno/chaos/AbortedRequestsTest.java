package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.chaos.ChaosWorld.Surroundings;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.TracknoClient;

/** Callers who leave take nothing with them and leave nothing behind. */
@QuarkusTest
@TestProfile(ChaosWorld.class)
@Tag("chaos")
class AbortedRequestsTest {
    private static final int REQUESTS = Extent.rounds(400, 5_000);
    private static final int AT_ONCE = 16;
    private static final int LEAVES_WITHIN_MILLIS = 50;
    private static final long FIRST_SERIAL = 32_000_000;
    private static final int EVENTS = 10;
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(20);
    private static final Duration CALM_WITHIN = Duration.ofSeconds(5);

    Surroundings around;

    @Inject
    TracknoClient trackno;

    @Test
    void connections_come_back_and_no_parcel_is_half_written() {
        awaitFound(FIRST_SERIAL - 100);

        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                            .mapToObj(part -> CompletableFuture.runAsync(() -> askAndLeaveEach(part), callers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            callers.shutdown();
        }

        Patience.await(
                "no session is busy",
                CALM_WITHIN,
                () -> count("pg_stat_activity where application_name = 'trackno'"
                                + " and state in ('active', 'idle in transaction', 'idle in transaction (aborted)')")
                        == 0);
        assertThat(count(
                        """
                        parcel p where (select count(*) from tracking_event e where e.parcel_id = p.id) <> %d
                        """
                                .formatted(EVENTS)))
                .as("half-written parcels")
                .isZero();
        assertThat(trackno.get("/metrics").body())
                .as("figures name no number")
                .contains("status=\"RESET\",uri=\"/v1/track/{number}\"")
                .doesNotContainPattern("uri=\"/v1/track/[^{]");
        awaitFound(FIRST_SERIAL + REQUESTS);
    }

    private static void askAndLeaveEach(int part) {
        Random random = new Random(part);
        for (int i = part; i < REQUESTS; i += AT_ONCE) {
            askAndLeave(MadeUpNumbers.ROYAL_MAIL.number(FIRST_SERIAL + i), random.nextInt(LEAVES_WITHIN_MILLIS));
        }
    }

    /** One of these numbers: an application that is starting or has much to do may not be in time with the first. */
    private void awaitFound(long firstSerial) {
        AtomicLong serial = new AtomicLong(firstSerial);
        Patience.await("a cold number is found", FOUND_WITHIN, () -> {
            String number = MadeUpNumbers.ROYAL_MAIL.number(serial.getAndIncrement());
            return trackno.track(MadeUpNumbers.ROYAL_MAIL.carrier(), number).status() == 200;
        });
    }

    private static void askAndLeave(String number, int afterMillis) {
        URI root = TracknoClient.root();
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoLinger(true, 0); // leaves with a reset
            String request = "GET /v1/track/" + number + " HTTP/1.1\r\nHost: trackno\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            LockSupport.parkNanos(Duration.ofMillis(afterMillis).toNanos());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String from) {
        try (Connection connection = around.database().connect();
                ResultSet count = connection.createStatement().executeQuery("select count(*) from " + from)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
