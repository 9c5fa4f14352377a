package org.trackno.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.trackno.support.Json;
import org.trackno.testkit.Aging;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** Parcels whose snapshot is no longer fresh, read while the carrier takes calls and never answers. */
final class StaleReads implements Scenario {
    private static final long FIRST_SERIAL = 5_000_000;
    private static final int PARCELS = 400;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        List<String> numbers;
        try (PackagedTrackno before = lab.trackno()) {
            numbers = lab.store(before, FIRST_SERIAL, 2 * PARCELS);
        }
        Aging.makeStale(lab.database(), numbers.subList(0, PARCELS));
        try (PackagedTrackno trackno = lab.trackno()) {
            for (String fresh : numbers.subList(PARCELS, 2 * PARCELS)) {
                lab.get(trackno, Lab.path(fresh)); // an application that has just started is slow
            }
            lab.carriers().hang(MadeUpNumbers.ROYAL_MAIL.carrier(), true);
            List<Duration> took = new ArrayList<>();
            int stale = 0;
            for (String number : numbers.subList(0, PARCELS)) {
                long begun = System.nanoTime();
                byte[] body = lab.get(trackno, Lab.path(number)).body();
                took.add(Duration.ofNanos(System.nanoTime() - begun));
                stale += Json.MAPPER.readTree(body).at("/freshness/state").asText().equals("STALE") ? 1 : 0;
            }
            return List.of(
                    Figure.atMost(
                            "stale read while the carrier hangs: p99",
                            50,
                            Samples.ofMillis(took).percentile(99),
                            " ms"),
                    Figure.atLeast("stale read while the carrier hangs: answers that say they are stale", PARCELS, stale));
        } finally {
            lab.carriers().hang(MadeUpNumbers.ROYAL_MAIL.carrier(), false);
        }
    }
}
