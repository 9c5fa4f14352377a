package org.trackno.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recent a snapshot is. Says nothing about the parcel itself.
 *
 * @param state fresh or stale
 * @param checkedAt when the carrier last answered; null before it ever did
 * @param carrierReportedAt the newest moment the carrier's events speak of; null when no event has a known zone
 * @param nextCheckAt when it is asked again at the earliest; null when it is not
 * @param reason why the last try brought nothing new; null when it succeeded
 */
public record Freshness(
        State state,
        @Nullable Instant checkedAt,
        @Nullable Instant carrierReportedAt,
        @Nullable Instant nextCheckAt,
        @Nullable FailureKind reason) {

    /** Whether a snapshot is as recent as its stage wants it. */
    public enum State {
        /** Recent enough for its stage. */
        FRESH,
        /** Older than its stage wants: served at once while it is asked again, or because the carrier fails. */
        STALE
    }
}
