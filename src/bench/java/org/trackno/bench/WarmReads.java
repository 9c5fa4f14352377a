package org.trackno.bench;

import java.util.List;
import java.util.Map;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** {@code GET /v1/track/{number}} of a parcel in memory, against bare Vert.x with the same bytes. */
final class WarmReads implements Scenario {
    private static final long SERIAL = 1_000_000;
    /** The caller is counted like one from elsewhere, and never reaches the limit. */
    private static final Map<String, String> COUNTED =
            Map.of("TRACKNO_LIMIT_EXEMPT", "192.0.2.0/24", "TRACKNO_LIMIT_REQUESTS", "2000000000");

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        String number = MadeUpNumbers.ROYAL_MAIL.number(SERIAL);
        try (PackagedTrackno trackno = lab.trackno(COUNTED, Lab.JAVA_OPTIONS);
                JavaProcess bare = BareServer.start(
                        lab.folder(), lab.getPatiently(trackno, Lab.path(number)), Lab.EVENT_LOOPS, Lab.JAVA_OPTIONS)) {
            SideBySide both = SideBySide.measure(
                    trackno.root(),
                    trackno.process().pid(),
                    bare.root(),
                    bare.process().pid(),
                    lab.paths("warm.paths", List.of(number)));
            return List.of(
                    Figure.atLeast("warm read: requests a second, of bare Vert.x", 0.75, both.throughputRatio()),
                    Figure.atMost("warm read: CPU a request, of bare Vert.x", 1.5, both.cpuRatio(), ""),
                    Figure.atMost("warm read: p99, of bare Vert.x", 1.5, both.p99Ratio(), ""),
                    Figure.information("warm read", both.inWords()));
        }
    }
}
