package org.trackno.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** Measured figures, for their median and percentiles. */
record Samples(double[] sorted) {
    Samples {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    /** Figures as they are. */
    static Samples of(Collection<Double> figures) {
        return new Samples(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Durations in milliseconds. */
    static Samples ofMillis(Collection<Duration> durations) {
        return new Samples(
                durations.stream().mapToDouble(d -> d.toNanos() / 1e6).toArray());
    }

    double median() {
        return percentile(50);
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    /** The smallest figure that so many per cent do not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
