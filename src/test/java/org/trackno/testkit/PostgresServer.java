package org.trackno.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL that Trackno does not own, on a port that stays, which can be stopped at once and started again. */
public final class PostgresServer implements AutoCloseable {
    /** Unpacked once. */
    private static final Path PROGRAM = Path.of("target", "postgres-program").toAbsolutePath();

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    private final Path folder;
    private final int port;
    private final EmbeddedPostgres running;
    private List<String> command = List.of();

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.running = launch();
    }

    /** A server on fresh data in this folder. */
    public static PostgresServer start(Path folder) {
        return new PostgresServer(folder, freePort());
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Trackno's settings for it. */
    public Map<String, String> environment() {
        return environment(port);
    }

    /** Trackno's settings for it behind a proxy on this port. */
    public static Map<String, String> environment(int port) {
        return Map.of("TRACKNO_DATABASE_URL", "postgresql://localhost:" + port + "/postgres");
    }

    /** A connection of the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    /** How many rows there are; from which tables and which of them, in SQL. */
    public long count(String from) {
        try (Connection connection = connect();
                ResultSet count = connection.createStatement().executeQuery("select count(*) from " + from)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many events are stored of a number. */
    public long countEvents(String number) {
        return count("tracking_event e join parcel p on p.id = e.parcel_id where tracking_number = '" + number + "'");
    }

    /** Stops it as a crash does: no checkpoint, connections cut ({@code pg_ctl stop -m immediate}). */
    public void stopAtOnce() {
        ProcessHandle server = process();
        command = commandLine(server);
        run(List.of("kill", "-QUIT", String.valueOf(server.pid())));
        server.onExit().join();
    }

    /** Starts it again on its data, as it was started before, and waits until it takes connections. */
    public void startAgain() {
        run(command);
        for (long begun = System.nanoTime(); !takesConnections(); LockSupport.parkNanos(BETWEEN_LOOKS_NANOS)) {
            if (System.nanoTime() - begun > STARTS_WITHIN.toNanos()) {
                throw new IllegalStateException("PostgreSQL does not start again");
            }
        }
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean takesConnections() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private ProcessHandle process() {
        try {
            String pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL does not run as root: in a user namespace of its own it is nobody. */
    private static List<String> commandLine(ProcessHandle server) {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(server.info().command().orElseThrow());
        line.addAll(List.of(server.info().arguments().orElseThrow()));
        return line;
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres launch() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setOverrideWorkingDirectory(PROGRAM.toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "on") // the library switches both off
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(STARTS_WITHIN)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
