package org.trackno.gateway;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.trackno.model.TrackingNumber;

/**
 * A fetch under way.
 *
 * @param numbers as many as one call takes, or fewer
 * @param priority for whom
 * @param deadline until when it makes sense
 * @param startedAt when it left the queue
 * @param calls counts the HTTP calls that were made for it, log-ins aside: those serve others too
 */
record Fetch(
        List<TrackingNumber> numbers, Priority priority, Deadline deadline, Instant startedAt, AtomicInteger calls) {
    /** The same for some of the numbers. */
    Fetch of(List<TrackingNumber> some) {
        return new Fetch(some, priority, deadline, startedAt, calls);
    }
}
