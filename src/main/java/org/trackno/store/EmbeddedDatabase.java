package org.trackno.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that comes with Trackno, for those who have none. Its data stay in a directory and survive restarts. One
 * process owns it and stops it at its end; others on the same directory use it while it runs. It listens on the loopback
 * interface only and asks for no password there.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    /** Line of {@code postmaster.pid} that holds the port, counted from 0. */
    private static final int PORT_LINE = 3;

    private final int port;
    private final @Nullable EmbeddedPostgres started;
    private final @Nullable FileLock ownership;
    private final @Nullable ProcessHandle adopted;

    private EmbeddedDatabase(
            int port,
            @Nullable EmbeddedPostgres started,
            @Nullable FileLock ownership,
            @Nullable ProcessHandle adopted) {
        this.port = port;
        this.started = started;
        this.ownership = ownership;
        this.adopted = adopted;
    }

    /**
     * The database in this directory, started if nobody has.
     *
     * @throws UncheckedIOException when it cannot be started; the message says what to look at
     */
    public static EmbeddedDatabase start(Path data) {
        try {
            Files.createDirectories(data);
            FileLock lock = tryLock(data.resolve("postgres.lock"));
            Optional<Running> running = findRunning(data.resolve("postgres"));
            if (lock == null) {
                int port = running.orElseThrow(() -> new IOException("another Trackno is just starting or stopping on "
                                + data + "; try again in a few seconds"))
                        .port();
                return new EmbeddedDatabase(port, null, null, null);
            }
            if (running.isPresent()) {
                LOG.infof("Taking over the PostgreSQL that was left running in %s", data);
                return new EmbeddedDatabase(
                        running.get().port(), null, lock, running.get().process());
            }
            return new EmbeddedDatabase(0, launch(data), lock, null);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL cannot be started in " + data + ": " + e.getMessage()
                            + ". Or set TRACKNO_DATABASE_URL to a PostgreSQL of yours.",
                    e);
        }
    }

    /** As a Vert.x address: {@code postgresql://localhost:5432/postgres}. */
    public String url() {
        return "postgresql://localhost:" + (started == null ? port : started.getPort()) + "/postgres";
    }

    /** Stops it, if this process owns it. */
    @Override
    public void close() {
        try {
            if (started != null) {
                started.close();
            }
            if (adopted != null) {
                adopted.destroy(); // SIGTERM is PostgreSQL's smart shutdown
            }
            if (ownership != null) {
                ownership.release();
                ownership.acquiredBy().close();
            }
        } catch (IOException e) {
            LOG.warnf("The embedded PostgreSQL did not stop cleanly: %s", e.getMessage());
        }
    }

    private static EmbeddedPostgres launch(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setOverrideWorkingDirectory(data.resolve("postgres-program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on") // the library is meant for tests, and switches both off
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(START_TIMEOUT)
                .start();
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    /** A server on this directory, by the file that PostgreSQL keeps while it runs. */
    private static Optional<Running> findRunning(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        if (!isNumber(lines.get(0)) || !isNumber(lines.get(PORT_LINE))) {
            throw new IOException(file + " is garbled; remove it if no PostgreSQL runs on this directory");
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(true))
                .map(process -> new Running(process, port));
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("[0-9]{1,9}");
    }

    private record Running(ProcessHandle process, int port) {}
}
