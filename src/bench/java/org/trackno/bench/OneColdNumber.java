package org.trackno.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** 64 readers who ask in the same moment for a number nobody asked for yet. */
final class OneColdNumber implements Scenario {
    private static final long FIRST_SERIAL = 4_000_000;
    private static final int READERS = 64;
    private static final int WARM_UP_ROUNDS = 200;
    private static final int WARM_UP_PARCELS = 60;
    private static final int ROUNDS = 21;
    private static final Duration CARRIER = Duration.ofMillis(100);

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno trackno = lab.trackno()) {
            lab.carriers().answerAfter(CARRIER);
            lab.store(trackno, FIRST_SERIAL + 1_000, WARM_UP_PARCELS);
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                readAtOnce(lab, trackno, FIRST_SERIAL + i);
            }
            long calls = lab.carriers().calls();
            List<Double> last = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                last.add(readAtOnce(lab, trackno, FIRST_SERIAL + WARM_UP_ROUNDS + i).most());
            }
            double callsEach = (lab.carriers().calls() - calls) / (double) ROUNDS;
            return List.of(
                    Figure.atMost("64 readers of one cold number: calls to the carrier", 1, callsEach, ""),
                    Figure.atMost(
                            "64 readers of one cold number: the last one's wait beyond the carrier's time, median",
                            10,
                            Samples.of(last).median() - CARRIER.toMillis(),
                            " ms"));
        } finally {
            lab.carriers().answerAfter(Duration.ZERO);
        }
    }

    private static Samples readAtOnce(Lab lab, PackagedTrackno trackno, long serial) {
        String path = Lab.path(MadeUpNumbers.ROYAL_MAIL.number(serial));
        List<CompletableFuture<Duration>> readers = IntStream.range(0, READERS)
                .mapToObj(i -> lab.time(trackno, path))
                .toList();
        return Samples.ofMillis(readers.stream().map(CompletableFuture::join).toList());
    }
}
