package org.trackno.bench;

import java.util.ArrayList;
import java.util.List;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** From starting the packaged application to its first answer, with the schema already there. */
final class StartUp implements Scenario {
    private static final long SERIAL = 7_000_000;
    private static final int STARTS = 5;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        String path = Lab.path(MadeUpNumbers.ROYAL_MAIL.number(SERIAL));
        try (PackagedTrackno first = lab.trackno()) {
            lab.getPatiently(first, path);
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long begun = System.nanoTime();
            try (PackagedTrackno trackno = lab.trackno()) {
                lab.get(trackno, path);
                seconds.add((System.nanoTime() - begun) / 1e9);
                megabytes.add(Usage.residentMegabytes(trackno.process().pid()));
            }
        }
        return List.of(
                Figure.atMost("start to first answer, median of " + STARTS, 4, Samples.of(seconds).median(), " s"),
                Figure.atMost("resident memory after it, -Xmx512m", 300, Samples.of(megabytes).median(), " MB"));
    }
}
