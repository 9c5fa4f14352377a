package org.trackno.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A carrier that answers every call with 50 MB in chunks, and one that has no credentials. */
public final class FloodingCarrier implements QuarkusTestResourceLifecycleManager {
    private static final int MEGABYTES = 50;
    private static final byte[] MEGABYTE = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);

    private HttpServer server;

    /** After {@link TracknoUnderTest}, whose settings it changes. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", FloodingCarrier::flood);
        server.start();
        return Map.of(
                "trackno.carriers." + AnotherWorld.FLOODING + ".base-url",
                "http://localhost:" + server.getAddress().getPort(),
                "trackno.carriers." + AnotherWorld.NOT_CONFIGURED + ".key",
                "");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(MEGABYTE);
            }
        }
    }
}
