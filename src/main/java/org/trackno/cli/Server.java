package org.trackno.cli;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.sandbox.Sandbox;
import org.trackno.sandbox.SandboxProperties;
import org.trackno.sandbox.SandboxStorefront;
import org.trackno.store.EmbeddedDatabase;
import org.trackno.support.SystemBeans;

/**
 * The application in this process, with what it needs around it: the embedded database when none is configured, and the
 * simulated carriers when asked for. One a process.
 */
final class Server implements AutoCloseable {
    /** Settings of an application for one command: standard output is the command's own. */
    private static final Map<String, String> QUIET =
            Map.of("quarkus.log.console.stderr", "true", "quarkus.log.level", "ERROR");
    /** An application for one command, on a free port. */
    static final Map<String, String> PRIVATE = and("quarkus.http.port", "0");
    /** An application for one command that nobody can call. */
    static final Map<String, String> WITHOUT_HTTP = and("quarkus.http.host-enabled", "false");

    /** Quarkus would answer what is no URI with a bare 400; we say what was wrong, and need not take every address apart first. */
    private static final String TAKES_ANY_ADDRESS = "vertx.disableURIValidation";

    private final @Nullable EmbeddedDatabase database;
    private final @Nullable Sandbox sandbox;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Server(@Nullable EmbeddedDatabase database, @Nullable Sandbox sandbox) {
        this.database = database;
        this.sandbox = sandbox;
    }

    /**
     * Starts the application and waits until it serves.
     *
     * @param data directory of the embedded database; the sandbox has one of its own below it
     * @param simulated whether all carriers are the sandbox
     * @param settings further configuration properties
     */
    static Server start(Path data, boolean simulated, Map<String, String> settings) {
        Sandbox sandbox = simulated ? Sandbox.start(Catalogue.bundled(), new SystemBeans().clock()) : null;
        boolean configured = ConfigProvider.getConfig()
                .getOptionalValue("trackno.database.url", String.class)
                .isPresent();
        EmbeddedDatabase database =
                configured ? null : EmbeddedDatabase.start(simulated ? data.resolve("sandbox") : data);
        Map<String, String> properties = new HashMap<>(settings);
        properties.put(TAKES_ANY_ADDRESS, "true");
        if (database != null) {
            properties.put("trackno.database.url", database.url());
        }
        if (sandbox != null) {
            properties.putAll(SandboxProperties.of(sandbox));
            properties.putAll(SandboxStorefront.properties(ConfigProvider.getConfig()));
        }
        properties.forEach(System::setProperty);
        Server server = new Server(database, sandbox);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopSurroundings, "trackno-stop"));
        server.run();
        return server;
    }

    /** Where it listens. */
    URI url() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        return URI.create("http://localhost:" + port);
    }

    /** A bean of the application. */
    <T> T bean(Class<T> type) {
        return Arc.container().select(type).get();
    }

    /** Waits for the end; the exit code. */
    int await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The server broke", e.getCause());
        }
    }

    @Override
    public void close() {
        Quarkus.asyncExit();
        stopSurroundings();
    }

    /** Only after the application has ended: requests that were accepted still need the database. */
    private void stopSurroundings() {
        ended.join();
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        if (sandbox != null) {
            sandbox.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static Map<String, String> and(String property, String value) {
        Map<String, String> settings = new HashMap<>(QUIET);
        settings.put(property, value);
        return Map.copyOf(settings);
    }

    private void run() {
        CompletableFuture<Void> ready = Application.expect();
        Thread thread = new Thread(
                () -> Quarkus.run(Application.class, (code, failure) -> {
                    if (failure != null) {
                        ready.completeExceptionally(failure);
                    }
                    ended.complete(code);
                }),
                "trackno");
        thread.start();
        try {
            ready.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Trackno cannot start: " + deepestMessage(e), e);
        }
    }

    /** What was wrong stands deepest: around it there is only who noticed. */
    private static String deepestMessage(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            message = cause.getMessage() == null ? message : cause.getMessage();
        }
        return message;
    }

    /** What runs inside Quarkus: says that it is up, and stays. */
    public static final class Application implements QuarkusApplication {
        private static volatile CompletableFuture<Void> ready = new CompletableFuture<>();

        static CompletableFuture<Void> expect() {
            ready = new CompletableFuture<>();
            return ready;
        }

        @Override
        public int run(String... arguments) {
            ready.complete(null);
            Quarkus.waitForExit();
            return Main.OK;
        }
    }
}
