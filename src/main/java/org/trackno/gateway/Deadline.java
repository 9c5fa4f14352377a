package org.trackno.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a fetch makes sense. A person's ends later than the person's patience: what is under way then is still read and
 * stored, for whoever asks next.
 *
 * @param lastStart no call is begun after that
 * @param end what is under way then is given up
 */
record Deadline(Instant lastStart, Instant end) {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** The deadline of a fetch that is asked for now. */
    static Deadline of(Priority priority, Instant now) {
        return new Deadline(now.plus(priority.patience()), now.plus(LONGEST));
    }

    /** Whether a call may begin at this moment. */
    boolean allowsStartAt(Instant moment) {
        return moment.isBefore(lastStart);
    }

    /** The time left for a call that begins now, but no longer than a call takes at most; never negative. */
    Duration left(Instant now, Duration most) {
        Duration left = Duration.between(now, end);
        return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
    }
}
