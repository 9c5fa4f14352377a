package org.trackno.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** {@code GET /track/{number}}, the page of a parcel in memory, against bare Vert.x with the same bytes. */
final class WarmPages implements Scenario {
    private static final long SERIAL = 9_000_000;
    /** The caller is counted like one from elsewhere, and never reaches the limit. */
    private static final Map<String, String> COUNTED =
            Map.of("TRACKNO_LIMIT_EXEMPT", "192.0.2.0/24", "TRACKNO_LIMIT_REQUESTS", "2000000000");

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        String number = MadeUpNumbers.ROYAL_MAIL.number(SERIAL);
        String path = "/track/" + number;
        Path paths = Files.writeString(lab.folder().resolve("page.paths"), path + "\n");
        try (PackagedTrackno trackno = lab.trackno(COUNTED, Lab.JAVA_OPTIONS);
                JavaProcess bare = BareServer.start(
                        lab.folder(), lab.getPatiently(trackno, path), Lab.EVENT_LOOPS, Lab.JAVA_OPTIONS)) {
            SideBySide both = SideBySide.measure(
                    trackno.root(), trackno.process().pid(), bare.root(), bare.process().pid(), paths);
            return List.of(
                    Figure.atLeast("warm page: requests a second, of bare Vert.x", 0.25, both.throughputRatio()),
                    Figure.information("warm page", both.inWords()));
        }
    }
}
