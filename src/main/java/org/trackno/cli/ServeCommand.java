package org.trackno.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trackno serve}: the HTTP interface, until it is stopped. */
@Command(
        name = "serve",
        description = "Serve the HTTP interface. Without a configured database an embedded PostgreSQL is started.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

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

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new ParameterException(
                    spec.commandLine(), "A port is 0 to " + HIGHEST_PORT + ", 0 for any free one; not " + port);
        }
        if (port != null) {
            settings.put("quarkus.http.port", port.toString());
        }
        RunningServer.Address address = RunningServer.addressOn(data.directory(), sandbox);
        try (Server server = Server.start(data.directory(), sandbox, settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(address::withdraw));
            address.announce(server.url());
            greet(server);
            return server.await();
        } finally {
            address.withdraw();
        }
    }

    private void greet(Server server) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Trackno serves " + server.url() + (sandbox ? " with simulated carriers" : ""));
        if (sandbox) {
            out.println("Numbers to try: " + server.url() + "/v1/carriers/royal-mail");
            out.println("What a storefront embeds: " + server.url() + "/embed/try");
        }
        out.flush();
    }
}
