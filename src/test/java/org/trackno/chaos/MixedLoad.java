package org.trackno.chaos;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trackno.testkit.MadeUpNumbers;

/** Callers who ask for everything there is in turn, at random, and some of whom leave before they are answered. */
final class MixedLoad {
    private static final int CALLERS = 8;
    private static final int KNOWN = 300;
    private static final long FIRST_KNOWN = 76_000_000;
    private static final long FIRST_OTHER = 77_000_000;
    /** More than memory holds, few enough for everything that is remembered about numbers to fill up in a minute. */
    private static final int OTHERS = 1_000;

    private static final int LONGEST_PATIENCE_MILLIS = 30;
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final AtomicLong serial = new AtomicLong();
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();

    MixedLoad(URI root) {
        this.root = root;
    }

    /** How many answers of each status there were; 0 where the connection broke. */
    Map<Integer, AtomicLong> statuses() {
        return statuses;
    }

    /** Numbers that are asked for again and again. */
    static List<String> known() {
        return IntStream.range(0, KNOWN).mapToObj(MixedLoad::known).toList();
    }

    /** Asks for so long, and calls what happens beside it about once a second. */
    void run(Duration duration, Runnable everySecond) throws InterruptedException {
        long begun = System.nanoTime();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(() -> call(new Random(i), begun, duration), "caller " + i))
                .toList();
        callers.forEach(Thread::start);
        while (Patience.since(begun).compareTo(duration) < 0) {
            everySecond.run();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call(Random chance, long begun, Duration duration) {
        while (Patience.since(begun).compareTo(duration) < 0) {
            ask(chance);
            LockSupport.parkNanos(BETWEEN_ASKS.toNanos());
        }
    }

    private void ask(Random chance) {
        String known = known(chance.nextInt(KNOWN));
        switch (chance.nextInt(16)) {
            case 0 -> get("/v1/track/" + otherNumber(MadeUpNumbers.ROYAL_MAIL));
            case 1 -> get("/v1/track/" + otherNumber(MadeUpNumbers.USPS));
            case 2 -> get("/v1/track/" + otherNumber(MadeUpNumbers.BRING));
            case 3 -> post(chance);
            case 4 -> get("/track/" + known);
            case 5 -> get("/v1/track/" + known + "/diagnosis");
            case 6 -> get("/v1/detect/" + known);
            case 7 -> get("/v1/carriers/royal-mail");
            case 8 -> get("/metrics");
            case 9 -> leave("/v1/track/" + otherNumber(MadeUpNumbers.ROYAL_MAIL), chance);
            case 10 -> leave("/v1/track/" + known + "/stream", chance);
            case 11 -> get("/v1/track/" + known + "?carrier=royal-mail&postcode=AB1%202CD");
            default -> get("/v1/track/" + known);
        }
    }

    private void post(Random chance) {
        String numbers = IntStream.range(0, 10)
                .mapToObj(i -> i == 0 ? otherNumber(MadeUpNumbers.ROYAL_MAIL) : known(chance.nextInt(KNOWN)))
                .map(number -> '"' + number + '"')
                .collect(Collectors.joining(","));
        send(HttpRequest.newBuilder(root.resolve("/v1/track"))
                .header("Content-Type", "application/json")
                .header("Accept", chance.nextBoolean() ? "application/json" : "application/x-ndjson")
                .POST(BodyPublishers.ofString("{\"numbers\":[" + numbers + "]}")));
    }

    private void get(String path) {
        send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private void send(HttpRequest.Builder request) {
        try {
            count(http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString())
                    .statusCode());
        } catch (IOException e) {
            count(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(int status) {
        statuses.computeIfAbsent(status, s -> new AtomicLong()).incrementAndGet();
    }

    /** Asks, and leaves with a reset. */
    private void leave(String path, Random chance) {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoLinger(true, 0);
            String request = "GET " + path + " HTTP/1.1\r\nHost: trackno\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            LockSupport.parkNanos(
                    Duration.ofMillis(chance.nextInt(LONGEST_PATIENCE_MILLIS)).toNanos());
        } catch (IOException e) {
            count(0);
        }
    }

    private String otherNumber(MadeUpNumbers carrier) {
        return carrier.number(FIRST_OTHER + serial.getAndIncrement() % OTHERS);
    }

    private static String known(int i) {
        return MadeUpNumbers.ROYAL_MAIL.number(FIRST_KNOWN + i);
    }
}
