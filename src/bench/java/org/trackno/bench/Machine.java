package org.trackno.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Where and when it was measured, without which no figure means anything. */
final class Machine {
    private Machine() {}

    static String inWords() throws IOException {
        String processor = Files.lines(Path.of("/proc/cpuinfo"))
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[2];
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %s, %d cores, load over the last 15 minutes %s.",
                LocalDate.now(),
                System.getProperty("java.version"),
                processor,
                Runtime.getRuntime().availableProcessors(),
                load);
    }
}
