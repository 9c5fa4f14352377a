package org.trackno.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** {@code POST /v1/track} of 40 numbers nobody asked for yet, at carriers that answer in 100 ms. */
final class ManyColdNumbers implements Scenario {
    private static final long FIRST_SERIAL = 3_000_000;
    private static final Duration CARRIER = Duration.ofMillis(100);
    private static final int WARM_UP_ROUNDS = 150;
    private static final int ROUNDS = 21;
    private static final int HANGING_ROUNDS = 5;
    private static final int NUMBERS = 40;
    /** No more a carrier than it takes at once, by the concurrency and batch size in its manifest. */
    private static final Map<MadeUpNumbers, Integer> SHARES = Map.of(
            MadeUpNumbers.ROYAL_MAIL, 4,
            MadeUpNumbers.USPS, 4,
            MadeUpNumbers.BRING, 4,
            MadeUpNumbers.LA_POSTE, 27);

    private long serial = FIRST_SERIAL;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno trackno = lab.trackno(Quotas.LIFTED, Lab.JAVA_OPTIONS)) {
            lab.carriers().answerAfter(CARRIER);
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                lab.http().send(Lab.post(trackno.root(), coldNumbers(), "application/json"), BodyHandlers.discarding());
            }
            List<Duration> took = new ArrayList<>();
            List<Duration> tookStreamed = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                took.add(askForAll(lab, trackno));
                tookStreamed.add(awaitLines(lab, trackno, NUMBERS));
            }
            lab.carriers().hang(MadeUpNumbers.UPS.carrier(), true);
            List<Duration> tookBesides = new ArrayList<>();
            for (int i = 0; i < HANGING_ROUNDS; i++) {
                tookBesides.add(awaitLines(lab, trackno, NUMBERS - 1));
            }
            Samples all = Samples.ofMillis(took);
            Samples streamed = Samples.ofMillis(tookStreamed);
            Samples besides = Samples.ofMillis(tookBesides);
            return List.of(
                    Figure.atMost("40 cold numbers, carriers answer in 100 ms: p50", 115, all.median(), " ms"),
                    Figure.atMost("40 cold numbers, carriers answer in 100 ms: p95", 125, all.percentile(95), " ms"),
                    Figure.information(
                            "40 cold numbers streamed: p50, p95",
                            Figure.plain(streamed.median()) + " ms, " + Figure.plain(streamed.percentile(95)) + " ms"),
                    Figure.atMost("39 of 40 while one carrier hangs, streamed: median", 125, besides.median(), " ms"));
        } finally {
            lab.carriers().hang(MadeUpNumbers.UPS.carrier(), false);
            lab.carriers().answerAfter(Duration.ZERO);
        }
    }

    private Duration askForAll(Lab lab, PackagedTrackno trackno) throws IOException, InterruptedException {
        List<String> numbers = coldNumbers();
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                lab.http().send(Lab.post(trackno.root(), numbers, "application/json"), BodyHandlers.ofString());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (answer.body().split("\"FOUND\"", -1).length - 1 != NUMBERS) {
            throw new IOException("Not all numbers were found");
        }
        return took;
    }

    /** How long it takes until so many outcomes are there; then the rest is left. */
    private Duration awaitLines(Lab lab, PackagedTrackno trackno, int enough)
            throws IOException, InterruptedException {
        List<String> numbers = coldNumbers();
        long begun = System.nanoTime();
        HttpResponse<Stream<String>> answer =
                lab.http().send(Lab.post(trackno.root(), numbers, "application/x-ndjson"), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.filter(line -> !line.isBlank()).iterator();
            for (int i = 0; i < enough; i++) {
                String line = each.next();
                if (!line.contains("\"FOUND\"")) {
                    throw new IOException("A number was not found");
                }
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private List<String> coldNumbers() {
        List<String> numbers = new ArrayList<>();
        SHARES.forEach((carrier, share) -> {
            for (int i = 0; i < share; i++) {
                numbers.add(carrier.number(serial++));
            }
        });
        numbers.add(MadeUpNumbers.UPS.number(serial++));
        return numbers;
    }
}
