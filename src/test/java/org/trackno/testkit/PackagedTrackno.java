package org.trackno.testkit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application in a process of its own, as an operator starts it, on a free port unless told otherwise. */
public final class PackagedTrackno implements AutoCloseable {
    private static final Path APPLICATION = Path.of("target", "quarkus-app");
    private static final Pattern SERVES = Pattern.compile("Trackno serves (http://\\S+).*");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private final Process process;
    private final Thread output;
    private final URI root;

    private PackagedTrackno(Process process, Thread output, URI root) {
        this.process = process;
        this.output = output;
        this.root = root;
    }

    /** Started and serving on any free port. */
    public static PackagedTrackno start(Map<String, String> environment, Path log, String... javaOptions) {
        return start(0, environment, log, javaOptions);
    }

    /**
     * Started and serving.
     *
     * @param environment what is set beside the environment of this process
     * @param log file that its output is appended to
     */
    public static PackagedTrackno start(int port, Map<String, String> environment, Path log, String... javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:SharedArchiveFile=" + APPLICATION.resolve("trackno.jsa"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("@" + APPLICATION.resolve("java.args"), "serve", "--port", String.valueOf(port)));
        command.addAll(List.of("--data", log.resolveSibling("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            CompletableFuture<URI> address = new CompletableFuture<>();
            Thread output = new Thread(() -> copy(process, log, address), "output of trackno");
            output.setDaemon(true);
            output.start();
            return new PackagedTrackno(process, output, await(address, process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI root() {
        return root;
    }

    /** The process. */
    public Process process() {
        return process;
    }

    /** Asks it to stop with SIGTERM; how long it took. The log is whole then. */
    public Duration stop() {
        long begun = System.nanoTime();
        process.destroy();
        awaitEnd();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Kills it with SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end");
            }
            output.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI await(CompletableFuture<URI> address, Process process, Path log) {
        try {
            return address.get(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not serve; see " + log, e);
        }
    }

    private static void copy(Process process, Path log, CompletableFuture<URI> address) {
        try (BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter file = Files.newBufferedWriter(
                        log, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                Matcher serves = SERVES.matcher(line);
                if (serves.matches()) {
                    address.complete(URI.create(serves.group(1)));
                }
            }
            address.completeExceptionally(new IllegalStateException("It ended without serving"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }
}
