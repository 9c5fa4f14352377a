package org.trackno.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The yardstick: plain Vert.x that answers everything with the bytes and headers of one answer of Trackno, on as many event
 * loops. What Trackno does more than this is what it costs.
 */
public final class BareServer {
    private BareServer() {}

    /** A child process that serves the answer, on a free port that it tells in its first line. */
    static JavaProcess start(Path folder, HttpResponse<byte[]> answer, int eventLoops, String... javaOptions)
            throws IOException {
        Path body = folder.resolve("bare.body");
        Path headers = folder.resolve("bare.headers");
        Files.write(body, answer.body());
        Files.writeString(headers, lines(answer.headers().map()));
        return JavaProcess.start(
                BareServer.class, javaOptions, String.valueOf(eventLoops), headers.toString(), body.toString());
    }

    /** Serves: number of event loops, file of headers, file of the body. */
    public static void main(String[] arguments) throws IOException {
        int eventLoops = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops));
        vertx.deployVerticle(
                        () -> new Server(Path.of(arguments[1]), Path.of(arguments[2])),
                        new DeploymentOptions().setInstances(eventLoops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    /** One event loop of it. */
    private static final class Server extends AbstractVerticle {
        private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        private final Buffer body;

        Server(Path headers, Path body) {
            try {
                for (String line : Files.readAllLines(headers)) {
                    String[] parts = line.split(": ", 2);
                    this.headers.add(parts[0], parts[1]);
                }
                this.body = Buffer.buffer(Files.readAllBytes(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(new HttpServerOptions().setHost("localhost").setPort(-1))
                    .requestHandler(request -> {
                        request.response().headers().addAll(headers);
                        request.response().end(body);
                    })
                    .listen()
                    .onSuccess(server ->
                            System.out.println(URI.create("http://localhost:" + server.actualPort())))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }

    private static String lines(Map<String, java.util.List<String>> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach((name, values) ->
                values.forEach(value -> lines.append(name).append(": ").append(value).append('\n')));
        return lines.toString();
    }
}
