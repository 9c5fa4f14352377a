package org.trackno.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trackno.bench.Asker.Answer;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** {@code POST /v1/track} of 40 numbers nobody asked for yet, at carriers that answer in 100 ms. */
final class ManyColdNumbers implements Scenario {
    private static final long FIRST_SERIAL = 3_000_000;
    private static final Duration CARRIER = Duration.ofMillis(100);
    private static final int ROUNDS = 61;
    /** The compiler rests by then: a list runs through more code than a read, and each of it seldom. */
    private static final Duration WARM_UP = Duration.ofSeconds(150);

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
            Lab.warmUp(WARM_UP, () -> lab.asker().post(trackno.root(), coldNumbers()));
            lab.carriers().answerAfter(CARRIER);
            for (int i = 0; i < ROUNDS; i++) {
                askForAll(lab, trackno); // not counted: the database has written out by then what the warm-up left
                fanOut(lab);
            }
            long batches = lab.carriers().calls(MadeUpNumbers.LA_POSTE.carrier());
            List<Duration> took = new ArrayList<>();
            List<Duration> tookStreamed = new ArrayList<>();
            List<Duration> tookWithout = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                took.add(askForAll(lab, trackno));
                tookStreamed.add(lab.asker().awaitFound(trackno.root(), coldNumbers(), NUMBERS));
                tookWithout.add(fanOut(lab));
            }
            double batchesEach = (lab.carriers().calls(MadeUpNumbers.LA_POSTE.carrier()) - batches) / (2.0 * ROUNDS);
            lab.carriers().hang(MadeUpNumbers.UPS.carrier(), true);
            List<Duration> tookBesides = new ArrayList<>();
            for (int i = 0; i < HANGING_ROUNDS; i++) {
                tookBesides.add(lab.asker().awaitFound(trackno.root(), coldNumbers(), NUMBERS - 1));
            }
            Samples all = Samples.ofMillis(took);
            Samples streamed = Samples.ofMillis(tookStreamed);
            Samples without = Samples.ofMillis(tookWithout);
            Samples besides = Samples.ofMillis(tookBesides);
            return List.of(
                    Figure.atMost("40 cold numbers, carriers answer in 100 ms: p50", 115, all.median(), " ms"),
                    Figure.atMost("40 cold numbers, carriers answer in 100 ms: p95", 125, all.percentile(95), " ms"),
                    Figure.information(
                            "40 calls at once to one carrier, without Trackno: p50, p95",
                            Figure.plain(without.median()) + " ms, " + Figure.plain(without.percentile(95)) + " ms"),
                    Figure.information(
                            "40 cold numbers: calls for the 27 of a carrier that takes ten a call",
                            Figure.plain(batchesEach)),
                    Figure.information(
                            "40 cold numbers streamed: p50, p95",
                            Figure.plain(streamed.median()) + " ms, " + Figure.plain(streamed.percentile(95)) + " ms"),
                    Figure.atMost("39 of 40 while one carrier hangs, streamed: median", 125, besides.median(), " ms"));
        } finally {
            lab.carriers().hang(MadeUpNumbers.UPS.carrier(), false);
            lab.carriers().answerAfter(Duration.ZERO);
        }
    }

    private Duration askForAll(Lab lab, PackagedTrackno trackno) {
        Answer answer = lab.asker().post(trackno.root(), coldNumbers());
        if (Asker.found(answer.text()) != NUMBERS) {
            throw new IllegalStateException("Not all numbers were found");
        }
        return answer.took();
    }

    /** The last of 40 calls to one carrier, without Trackno: what a client and a carrier take by themselves. */
    private Duration fanOut(Lab lab) {
        Stream<URI> calls = coldNumbers().stream().map(lab::carrierAddress);
        return lab.asker().getAll(calls).stream().map(Answer::took).max(Duration::compareTo).orElseThrow();
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
