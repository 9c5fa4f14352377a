package org.trackno.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;

/**
 * How a carrier is doing, seen from this process.
 *
 * @param state in a word
 * @param lastSuccessAt when it last answered; null before
 * @param lastFailureAt when it last failed; null before
 * @param lastFailure why; null before
 * @param pausedUntil not asked before, because it asked us to wait; null when it did not
 */
public record CarrierHealth(
        State state,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable FailureKind lastFailure,
        @Nullable Instant pausedUntil) {
    /** A carrier's state in a word. */
    public enum State {
        /** Answers, or has not been asked yet. */
        UP,
        /** Failed last time. */
        FAILING,
        /** Refuses our credentials: the operator has to act. */
        REFUSED,
        /** Asked us to wait. */
        PAUSED,
        /** Failed so often that it is left alone for some seconds. */
        DOWN
    }
}
