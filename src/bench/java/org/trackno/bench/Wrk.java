package org.trackno.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by {@code wrk}: 64 connections that each ask again as soon as they are answered. */
final class Wrk {
    static final int CONNECTIONS = 64;

    private static final int THREADS = 2;
    private static final Path SCRIPT = Path.of("src", "bench", "wrk", "paths.lua");
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /**
     * What one run found.
     *
     * @param requests answered
     * @param perSecond requests a second
     * @param errors answers that are not 2xx, timeouts and broken connections
     * @param p50 median latency, ms
     * @param p99 latency that 99 % do not exceed, ms
     */
    record Run(long requests, double perSecond, long errors, double p50, double p99) {}

    private Wrk() {}

    /** Whether it is installed. */
    static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    /** Asks for the paths in the file in turn. */
    static Run run(URI root, Path paths, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk",
                        "-t" + THREADS,
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--timeout",
                        "5s",
                        "-s",
                        SCRIPT.toString(),
                        root.toString(),
                        "--",
                        paths.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IOException("wrk said: " + output);
        }
        long requests = Long.parseLong(result.group(1));
        return new Run(
                requests,
                requests / (Long.parseLong(result.group(2)) / 1e6),
                Long.parseLong(result.group(3)),
                Long.parseLong(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)) / 1e3);
    }
}
