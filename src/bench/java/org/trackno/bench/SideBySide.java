package org.trackno.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Trackno and the bare server under the same load, a round each in turn, so that a busy moment of the machine hits both. */
final class SideBySide {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 4;
    private static final int WARM_UP_SECONDS = (int) Lab.WARM_UP.toSeconds();

    private final Side trackno;
    private final Side bare;

    private SideBySide(Side trackno, Side bare) {
        this.trackno = trackno;
        this.bare = bare;
    }

    /** Measures both with the paths of a file. */
    static SideBySide measure(URI trackno, long tracknoPid, URI bare, long barePid, Path paths)
            throws IOException, InterruptedException {
        SideBySide both = new SideBySide(new Side(trackno, tracknoPid), new Side(bare, barePid));
        Wrk.run(trackno, paths, WARM_UP_SECONDS);
        Wrk.run(bare, paths, WARM_UP_SECONDS / 2);
        for (int round = 0; round < ROUNDS; round++) {
            both.trackno.round(paths);
            both.bare.round(paths);
        }
        if (both.trackno.errors + both.bare.errors > 0) {
            throw new IOException("Errors under load: " + both.trackno.errors + " of Trackno, " + both.bare.errors
                    + " of the bare server");
        }
        return both;
    }

    /** Trackno's requests a second as a share of the bare server's, medians of the rounds. */
    double throughputRatio() {
        return ratio(Figures::perSecond);
    }

    /** Trackno's processor time a request as a multiple of the bare server's. */
    double cpuRatio() {
        return ratio(Figures::cpuMicros);
    }

    /** Trackno's 99th percentile as a multiple of the bare server's. */
    double p99Ratio() {
        return ratio(Figures::p99);
    }

    /** Trackno's 99th percentile in milliseconds. */
    double p99() {
        return trackno.median(Figures::p99);
    }

    /** Both in one line. */
    String inWords() {
        return "Trackno " + trackno.inWords() + "; bare Vert.x " + bare.inWords();
    }

    private double ratio(ToDoubleFunction<Figures> figure) {
        return trackno.median(figure) / bare.median(figure);
    }

    private record Figures(double perSecond, double cpuMicros, double p50, double p99) {}

    private static final class Side {
        private final URI root;
        private final long pid;
        private final List<Figures> rounds = new ArrayList<>();
        private long errors;

        Side(URI root, long pid) {
            this.root = root;
            this.pid = pid;
        }

        void round(Path paths) throws IOException, InterruptedException {
            double before = Usage.cpuSeconds(pid);
            Wrk.Run run = Wrk.run(root, paths, SECONDS);
            double used = Usage.cpuSeconds(pid) - before;
            errors += run.errors();
            rounds.add(new Figures(run.perSecond(), used * 1e6 / run.requests(), run.p50(), run.p99()));
        }

        double median(ToDoubleFunction<Figures> figure) {
            return Samples.of(rounds.stream().map(figure::applyAsDouble).toList()).median();
        }

        String inWords() {
            return Figure.plain(median(Figures::perSecond)) + "/s, " + Figure.plain(median(Figures::cpuMicros)) + " µs CPU, p50 "
                    + Figure.plain(median(Figures::p50)) + " ms, p99 " + Figure.plain(median(Figures::p99)) + " ms";
        }
    }
}
