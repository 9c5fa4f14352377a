package org.trackno.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.trackno.support.Json;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** Where is measured: a PostgreSQL and carriers of its own, and as many Trackno processes as a scenario wants. */
final class Lab implements AutoCloseable {
    /** As many as the machine that the goals are set for has cores. */
    static final int EVENT_LOOPS = 2;
    /** Of both sides of every comparison. */
    static final String[] JAVA_OPTIONS = {"-Xmx512m"};

    /** So long the Java VM compiles what is used much; the compiler shares the two cores with the load. */
    static final Duration WARM_UP = Duration.ofSeconds(60);

    /** What Royal Mail's concurrency and its queue take at once. */
    private static final int NUMBERS_A_CALL = 20;

    private static final int TRIES = 3;

    private static final Duration FAILURES_ARE_REMEMBERED = Duration.ofSeconds(21);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final PostgresServer database;
    private final FakeCarriers carriers = FakeCarriers.start();
    private final Asker asker = new Asker();

    private Lab(Path folder) {
        this.folder = folder;
        this.database = PostgresServer.start(folder);
    }

    /** A laboratory in a new folder below {@code target}. */
    static Lab open() throws IOException {
        Files.createDirectories(Path.of("target"));
        return new Lab(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench"));
    }

    Path folder() {
        return folder;
    }

    PostgresServer database() {
        return database;
    }

    FakeCarriers carriers() {
        return carriers;
    }

    Asker asker() {
        return asker;
    }

    /** Where Royal Mail itself answers about a number: a call without Trackno in between. */
    URI carrierAddress(String number) {
        return URI.create("http://localhost:" + carriers.port() + "/" + MadeUpNumbers.ROYAL_MAIL.carrier() + "/" + number
                + "/events");
    }

    /** Trackno with settings beside those of the laboratory. */
    PackagedTrackno trackno(Map<String, String> settings, String... javaOptions) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", String.valueOf(EVENT_LOOPS));
        environment.putAll(settings);
        return PackagedTrackno.start(environment, folder.resolve("trackno.log"), javaOptions);
    }

    /** Trackno as it comes. */
    PackagedTrackno trackno() {
        return trackno(Map.of(), JAVA_OPTIONS);
    }

    /** Does the same again and again. */
    static void warmUp(Duration time, Runnable round) {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < time.toNanos(); ) {
            round.run();
        }
    }

    /** Path of the parcel of a number. */
    static String path(String number) {
        return "/v1/track/" + number;
    }

    /** What a GET answers, which must be 200. */
    HttpResponse<byte[]> get(PackagedTrackno trackno, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(trackno, path), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer;
    }

    /** What a GET answers in the end: an application that has just started may be too slow for a carrier at first. */
    HttpResponse<byte[]> getPatiently(PackagedTrackno trackno, String path) throws IOException, InterruptedException {
        for (long begun = System.nanoTime(); ; Thread.sleep(1_000)) {
            try {
                return get(trackno, path);
            } catch (IOException e) {
                if (Duration.ofNanos(System.nanoTime() - begun).compareTo(PATIENCE) > 0) {
                    throw e;
                }
            }
        }
    }

    /** A POST of numbers, to be sent. */
    static HttpRequest post(URI root, List<String> numbers) {
        return HttpRequest.newBuilder(root.resolve("/v1/track"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(Json.line(Map.of("numbers", numbers))))
                .build();
    }

    HttpClient http() {
        return http;
    }

    /**
     * Lets Trackno look up Royal Mail's numbers of these serials, so that they are stored. What takes too long at first is
     * asked for again.
     */
    List<String> store(PackagedTrackno trackno, long firstSerial, int count) throws IOException, InterruptedException {
        List<String> numbers = LongStream.range(firstSerial, firstSerial + count)
                .mapToObj(MadeUpNumbers.ROYAL_MAIL::number)
                .toList();
        getPatiently(trackno, path(numbers.get(0)));
        List<String> missing = numbers;
        for (int tries = 0; !missing.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new IOException(missing.size() + " of " + count + " numbers cannot be stored");
            }
            if (tries > 0) {
                Thread.sleep(FAILURES_ARE_REMEMBERED.toMillis());
            }
            missing = notFound(trackno, missing);
        }
        return numbers;
    }

    private List<String> notFound(PackagedTrackno trackno, List<String> numbers)
            throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += NUMBERS_A_CALL) {
            List<String> some = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_A_CALL));
            HttpResponse<byte[]> answer = http.send(post(trackno.root(), some), BodyHandlers.ofByteArray());
            for (JsonNode outcome : Json.MAPPER.readTree(answer.body()).path("outcomes")) {
                if (!outcome.path("outcome").asText().equals("FOUND")) {
                    missing.add(outcome.path("input").asText());
                }
            }
        }
        return missing;
    }

    /** A file with a path a line. */
    Path paths(String name, List<String> numbers) throws IOException {
        return Files.write(
                folder.resolve(name), numbers.stream().map(Lab::path).toList());
    }

    @Override
    public void close() throws IOException {
        asker.close();
        carriers.close();
        database.close();
        try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static HttpRequest request(PackagedTrackno trackno, String path) {
        return HttpRequest.newBuilder(trackno.root().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
