package org.trackno.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trackno.bench.Asker.Answer;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** 64 readers who ask in the same moment for a number nobody asked for yet. */
final class OneColdNumber implements Scenario {
    private static final long FIRST_SERIAL = 4_000_000;
    private static final int READERS = 64;
    private static final int ROUNDS = 21;
    private static final Duration CARRIER = Duration.ofMillis(100);

    private long serial = FIRST_SERIAL;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno trackno = lab.trackno()) {
            lab.getPatiently(trackno, Lab.path(MadeUpNumbers.ROYAL_MAIL.number(FIRST_SERIAL - 1)));
            Lab.warmUp(Lab.WARM_UP, () -> readAtOnce(lab, trackno));
            lab.carriers().answerAfter(CARRIER);
            long calls = lab.carriers().calls();
            List<Double> last = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                last.add(readAtOnce(lab, trackno));
            }
            double callsEach = (lab.carriers().calls() - calls) / (double) ROUNDS;
            List<Double> atTheCarrier = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String number = MadeUpNumbers.ROYAL_MAIL.number(FIRST_SERIAL);
                atTheCarrier.add(slowest(lab, lab.carrierAddress(number)));
            }
            return List.of(
                    Figure.atMost("64 readers of one cold number: calls to the carrier", 1, callsEach, ""),
                    Figure.atMost(
                            "64 readers of one cold number: the last one's wait beyond the carrier's time, median",
                            10,
                            Samples.of(last).median() - CARRIER.toMillis(),
                            " ms"),
                    Figure.information(
                            "64 calls at once to the carrier, without Trackno: the last one's wait beyond the carrier's time, median",
                            Figure.plain(Samples.of(atTheCarrier).median() - CARRIER.toMillis()) + " ms"));
        } finally {
            lab.carriers().answerAfter(Duration.ZERO);
        }
    }

    private double readAtOnce(Lab lab, PackagedTrackno trackno) {
        return slowest(lab, trackno.root().resolve(Lab.path(MadeUpNumbers.ROYAL_MAIL.number(serial++))));
    }

    /** Until the last of the readers has the answer, in milliseconds. */
    private static double slowest(Lab lab, URI address) {
        List<Answer> answers = lab.asker().getAll(Stream.generate(() -> address).limit(READERS));
        return Samples.ofMillis(answers.stream().map(Answer::took).toList()).most();
    }
}
