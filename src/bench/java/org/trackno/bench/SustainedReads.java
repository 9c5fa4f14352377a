package org.trackno.bench;

import java.nio.file.Path;
import java.util.List;
import org.trackno.testkit.PackagedTrackno;

/** {@code GET /v1/track/{number}} of parcels in memory, for as long as the environment says: what one small machine bears. */
final class SustainedReads implements Scenario {
    private static final int SECONDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_SECONDS", "10"));
    private static final int WARM_UP_SECONDS = 10;
    private static final long FIRST_SERIAL = 1_100_000;
    private static final int PARCELS = 100;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno trackno = lab.trackno()) {
            Path paths = lab.paths("sustained.paths", lab.store(trackno, FIRST_SERIAL, PARCELS));
            Wrk.run(trackno.root(), paths, WARM_UP_SECONDS);
            Wrk.Run run = Wrk.run(trackno.root(), paths, SECONDS);
            String what = "warm reads for " + SECONDS + " s: ";
            return List.of(
                    Figure.atLeast(what + "requests a second", 2_000, run.perSecond()),
                    Figure.atMost(what + "p99", 50, run.p99(), " ms"),
                    Figure.atMost(what + "errors", 0, run.errors(), ""));
        }
    }
}
