package org.trackno.store;

import java.time.Instant;

/** Whether a call may be made. */
public sealed interface QuotaDecision {
    /** What is used, this call included if it was granted. */
    QuotaCount count();

    /**
     * It may, and is counted.
     *
     * @param slot not before
     */
    record Granted(QuotaCount count, Instant slot) implements QuotaDecision {}

    /**
     * It may not.
     *
     * @param until when there may be room again
     * @param window which limit is used up
     */
    record Refused(QuotaCount count, Instant until, Window window) implements QuotaDecision {}

    /** The limit that a call met. */
    enum Window {
        SECOND,
        DAY
    }
}
