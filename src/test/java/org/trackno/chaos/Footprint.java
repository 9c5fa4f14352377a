package org.trackno.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/**
 * What a process holds, as the JDK, Linux and PostgreSQL tell.
 *
 * @param heap kB used after a full collection
 * @param files open files, sockets among them
 * @param threads all of them
 * @param sessions at the database
 */
record Footprint(long heap, long files, long threads, long sessions) {
    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");

    /** Now. */
    static Footprint of(PackagedTrackno trackno, PostgresServer database) throws SQLException {
        long pid = trackno.process().pid();
        return new Footprint(
                heap(trackno),
                countFiles(pid),
                number(THREADS, read(Path.of("/proc", String.valueOf(pid), "status"))),
                countSessions(database));
    }

    /** kB of heap in use after a full collection now; on every system that has a JDK. */
    static long heap(PackagedTrackno trackno) {
        long pid = trackno.process().pid();
        jcmd(pid, "GC.run");
        return number(USED, jcmd(pid, "GC.heap_info"));
    }

    private static long countFiles(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long countSessions(PostgresServer database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where application_name = 'trackno'")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("There is no " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }
}
