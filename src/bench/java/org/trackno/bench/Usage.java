package org.trackno.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used, as Linux counts it in {@code /proc}. */
final class Usage {
    /** USER_HZ, in which Linux reports processor time on every architecture that Java runs on. */
    private static final double TICKS_A_SECOND = 100;
    /** Fields of {@code stat} after the name in parentheses, counted from 0. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private Usage() {}

    /** Processor time so far in seconds, user and system, all threads. */
    static double cpuSeconds(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_A_SECOND;
    }

    /** Resident memory in MB. */
    static double residentMegabytes(long pid) {
        return read(pid, "status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1024.0;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
