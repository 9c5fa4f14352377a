package org.trackno.gateway;

import java.time.Duration;
import org.trackno.support.SystemBeans.Jitter;

/** Any delay from nothing to a bound that doubles: many who failed together do not come back together. */
final class FullJitter {
    private static final long FIRST_BOUND_MILLIS = 200;
    private static final long LONGEST_BOUND_MILLIS = 2_000;

    private final Jitter jitter;

    FullJitter(Jitter jitter) {
        this.jitter = jitter;
    }

    /** The delay before a retry, the first being 0. */
    Duration before(int retry) {
        long bound = Math.min(LONGEST_BOUND_MILLIS, FIRST_BOUND_MILLIS << retry);
        return Duration.ofNanos((long) (jitter.next() * bound * 1_000_000));
    }
}
