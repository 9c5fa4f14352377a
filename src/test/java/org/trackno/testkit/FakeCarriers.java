package org.trackno.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Five carriers on the loopback interface that know every number, answer in their own formats after as long as told, and
 * count who asks. Made for load: nothing is kept of a call but its count.
 */
public final class FakeCarriers implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final int NO_DELAY = 0;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Map<String, Flood> flooding = new ConcurrentHashMap<>();
    private final Set<String> sentOut = ConcurrentHashMap.newKeySet();
    private final CarrierAnswers answers = new CarrierAnswers(Instant.now());
    private final HttpServer server;
    private volatile long delayMillis = NO_DELAY;
    private volatile Predicate<String> known = number -> true;

    private FakeCarriers() {
        this.server = vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("localhost"))
                .requestHandler(this::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Carriers that answer at once. */
    public static FakeCarriers start() {
        return new FakeCarriers();
    }

    /** Base addresses and credentials as environment variables of Trackno. */
    public Map<String, String> environment() {
        return environment(server.actualPort());
    }

    /** The same for carriers behind a proxy on this port. */
    public Map<String, String> environment(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        properties(port)
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }

    /** The same as properties. */
    public Map<String, String> properties(int port) {
        Map<String, String> properties = new LinkedHashMap<>();
        CarrierAnswers.CREDENTIALS.forEach((carrier, credentials) -> {
            String prefix = "trackno.carriers." + carrier + ".";
            properties.put(prefix + "base-url", "http://localhost:" + port + "/" + carrier);
            credentials.forEach(name -> properties.put(prefix + name, "made-up"));
        });
        return properties;
    }

    /** Where they listen. */
    public int port() {
        return server.actualPort();
    }

    /** From now on every answer takes so long. */
    public void answerAfter(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** From now on this carrier takes calls and never answers them, or does again. */
    public void hang(String carrier, boolean hangs) {
        if (hangs) {
            hanging.add(carrier);
        } else {
            hanging.remove(carrier);
        }
    }

    /** From now on this carrier answers with more than anybody wants to read. */
    public void flood(String carrier, Flood flood) {
        flooding.put(carrier, flood);
    }

    /** From now on Royal Mail knows these numbers only. */
    public void know(Predicate<String> numbers) {
        known = numbers;
    }

    /** From now on Bring tells that this parcel is out for delivery. */
    public void sendOut(String number) {
        sentOut.add(number);
    }

    /** How many calls about parcels there were so far. */
    public long calls() {
        return calls.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** How many of them there were at one carrier. */
    public long calls(String carrier) {
        AtomicLong count = calls.get(carrier);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        String[] parts = request.path().split("/", 3);
        String carrier = parts[1];
        HttpServerResponse response = request.response().putHeader("Content-Type", JSON);
        if (parts[2].endsWith("token")) {
            response.end(CarrierAnswers.TOKEN);
            return;
        }
        calls.computeIfAbsent(carrier, id -> new AtomicLong()).incrementAndGet();
        if (hanging.contains(carrier)) {
            return;
        }
        Flood flood = flooding.get(carrier);
        if (flood != null) {
            flood.pourInto(response);
            return;
        }
        String asked = request.getParam("q") == null ? numberIn(parts[2]) : request.getParam("q");
        if (delayMillis == NO_DELAY) {
            end(response, carrier, asked);
        } else {
            vertx.setTimer(delayMillis, timer -> end(response, carrier, asked));
        }
    }

    private void end(HttpServerResponse response, String carrier, String asked) {
        if (carrier.equals("royal-mail") && !known.test(asked)) {
            response.setStatusCode(404).end(CarrierAnswers.ROYAL_MAIL_KNOWS_NOTHING);
        } else if (carrier.equals("bring") && sentOut.contains(asked)) {
            response.end(answers.sentOut(asked));
        } else {
            response.end(answers.about(carrier, Arrays.asList(asked.split(","))));
        }
    }

    private static String numberIn(String path) {
        String withoutCall = path.endsWith("/events") ? path.substring(0, path.lastIndexOf('/')) : path;
        return URLDecoder.decode(withoutCall.substring(withoutCall.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }
}
