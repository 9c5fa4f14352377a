package org.trackno.bench;

import java.util.List;
import java.util.Map;
import org.trackno.testkit.PackagedTrackno;

/** Reads that miss the memory of the process and are answered by one row of PostgreSQL, against bare Vert.x. */
final class StoreReads implements Scenario {
    private static final long FIRST_SERIAL = 2_000_000;
    private static final int PARCELS = 2_000;
    private static final Map<String, String> HARDLY_ANY_MEMORY = Map.of("TRACKNO_CACHE_MAX_PARCELS", "1");

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno trackno = lab.trackno(HARDLY_ANY_MEMORY, Lab.JAVA_OPTIONS)) {
            List<String> numbers = lab.store(trackno, FIRST_SERIAL, PARCELS);
            long calls = lab.carriers().calls();
            try (JavaProcess bare = BareServer.start(
                    lab.folder(),
                    lab.get(trackno, Lab.path(numbers.get(0))),
                    Lab.EVENT_LOOPS,
                    Lab.JAVA_OPTIONS)) {
                SideBySide both = SideBySide.measure(
                        trackno.root(),
                        trackno.process().pid(),
                        bare.root(),
                        bare.process().pid(),
                        lab.paths("store.paths", numbers));
                return List.of(
                        Figure.atLeast("store read: requests a second, of bare Vert.x", 0.15, both.throughputRatio()),
                        Figure.atMost("store read: p99 at 64 connections", 10, both.p99(), " ms"),
                        Figure.atMost("store read: calls to carriers", 0, lab.carriers().calls() - calls, ""),
                        Figure.information("store read", both.inWords()));
            }
        }
    }
}
