package org.trackno.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trackno serve}: the HTTP interface, until it is stopped. */
@Command(
        name = "serve",
        description = "Serve the HTTP interface. Without a configured database an embedded PostgreSQL is started.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    /** Holds the address of the server that runs on a data directory. */
    static final String ADDRESS_FILE = "server";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 for any free one. Default: QUARKUS_HTTP_PORT, or 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--sandbox",
            description = "Simulate all carriers in this process; GET /v1/carriers/{id} lists numbers to try.")
    private boolean sandbox;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${TRACKNO_DATA:-data}",
            description = "Directory of the embedded database. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        if (port != null) {
            settings.put("quarkus.http.port", port.toString());
        }
        Path address = data.resolve(ADDRESS_FILE);
        try (Server server = Server.start(data, sandbox, settings)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> address.toFile().delete()));
            Files.createDirectories(data);
            Files.writeString(address, server.url() + "\n");
            greet(server);
            return server.await();
        } finally {
            Files.deleteIfExists(address);
        }
    }

    private void greet(Server server) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Trackno serves " + server.url() + (sandbox ? " with simulated carriers" : ""));
        if (sandbox) {
            out.println("Numbers to try: " + server.url() + "/v1/carriers/royal-mail");
        }
        out.flush();
    }
}
