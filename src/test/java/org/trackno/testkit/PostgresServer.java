package org.trackno.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that Trackno does not own, on a port that stays, which can be stopped at once and started again. */
public final class PostgresServer implements AutoCloseable {
    /** Unpacked once. */
    private static final Path PROGRAM = Path.of("target", "postgres-program").toAbsolutePath();

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

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

    /** Stops it as a crash does: no checkpoint, connections cut ({@code pg_ctl stop -m immediate}). */
    public void stopAtOnce() {
        ProcessHandle server = ProcessHandle.of(processId()).orElseThrow();
        signal("QUIT");
        server.onExit().join();
    }

    /** Starts it again on its data. */
    public void startAgain() {
        running = launch();
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

    private void signal(String name) {
        try {
            new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(processId())))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long processId() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                    .get(0)
                    .strip());
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
