package org.trackno.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PostgresServer;

/** Callers who ask for one new number after the other, and remember which ones were answered with a parcel. */
final class Writers implements AutoCloseable {
    private static final int CALLERS = 8;
    private static final int EVENTS = 10;
    private static final AtomicLong SERIAL = new AtomicLong(34_000_000);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Thread> callers;
    private volatile URI root;
    private volatile boolean ended;

    private Writers(URI root) {
        this.root = root;
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(this::call, "caller " + i))
                .toList();
        callers.forEach(Thread::start);
    }

    /** Callers of the server at this address. */
    static Writers start(URI root) {
        return new Writers(root);
    }

    /** Where the server is from now on. */
    void turnTo(URI address) {
        root = address;
    }

    /** How many parcels were shown so far. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** The numbers whose parcels were shown so far, but are not stored with all their events. */
    Set<String> missing(PostgresServer database) throws SQLException {
        Set<String> numbers = new HashSet<>(acknowledged);
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        select p.tracking_number from parcel p join tracking_event e on e.parcel_id = p.id
                        where p.tracking_number = any (?) group by p.id having count(*) = ?
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            statement.setInt(2, EVENTS);
            try (ResultSet stored = statement.executeQuery()) {
                while (stored.next()) {
                    numbers.remove(stored.getString(1));
                }
            }
        }
        return numbers;
    }

    /** Parcels that are stored with some of their events only. */
    static long countHalfWritten(PostgresServer database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from parcel p where (select count(*) from tracking_event e"
                                + " where e.parcel_id = p.id) <> " + EVENTS)) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call() {
        while (!ended) {
            String number = MadeUpNumbers.ROYAL_MAIL.number(SERIAL.incrementAndGet());
            try {
                HttpRequest request = HttpRequest.newBuilder(root.resolve("/v1/track/" + number))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                    acknowledged.add(number);
                } else {
                    rest();
                }
            } catch (IOException e) {
                rest();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A server that is away is not asked without a break. */
    private void rest() {
        LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
    }
}
