package org.trackno.testkit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** A caller of the application under test, over HTTP. */
@ApplicationScoped
public class TracknoClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Where the application listens. */
    public static URI root() {
        return ConfigProvider.getConfig().getValue("test.url", URI.class);
    }

    /** What a GET of a path answers. */
    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** What a look-up at a carrier answers. */
    public Reply track(String carrier, String number, String... headers) {
        return get("/v1/track/" + encode(number) + "?carrier=" + carrier, headers);
    }

    /** The same, under way. */
    public CompletableFuture<Reply> trackAsync(String carrier, String number) {
        HttpRequest request = request("/v1/track/" + encode(number) + "?carrier=" + carrier)
                .GET()
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(Reply::new);
    }

    /** A figure of {@code /metrics}, by its name and labels as they stand there; 0 when it is not there. */
    public double figure(String name) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** What {@code POST /v1/track} answers to a body of JSON. */
    public Reply post(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send(request("/v1/track", all.toArray(String[]::new)).POST(BodyPublishers.ofString(body)));
    }

    /** A request to a path, to be completed. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(root().resolve(path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** What a request answers. */
    public Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a GET of a path answers to a page of somebody else, byte for byte as it is written here. */
    public static String raw(String path) {
        String request = "GET " + path
                + " HTTP/1.1\r\nHost: trackno\r\nOrigin: http://elsewhere.example\r\nConnection: close\r\n\r\n";
        return raw(request, socket -> {});
    }

    /** What a GET of a path answers to somebody who sends nothing more. */
    public static String rawAndNothingMore(String path) {
        return raw("GET " + path + " HTTP/1.1\r\nHost: trackno\r\n\r\n", Socket::shutdownOutput);
    }

    private static String raw(String request, AfterRequest then) {
        URI root = root();
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            then.happens(socket);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as one segment of a path. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private interface AfterRequest {
        void happens(Socket socket) throws IOException;
    }
}
