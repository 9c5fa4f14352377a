package org.trackno.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingOutcome.Failed;

/** What is known of a number at one carrier. */
sealed interface Finding {
    /** The carrier told us about it. */
    record Known(PreparedParcel prepared) implements Finding {
        KnownParcel parcel() {
            return prepared.parcel();
        }
    }

    /**
     * The carrier does not know it (yet).
     *
     * @param rememberedUntil it is not asked again before
     */
    record Missing(ParcelKey key, Instant rememberedUntil) implements Finding {}

    /** Nothing is stored of it: the carrier has not been asked, or had nothing to tell. */
    enum Unseen implements Finding {
        INSTANCE
    }

    /**
     * The carrier could not be asked, and nothing was known before.
     *
     * @param rememberedUntil it is not asked again before; null when it may be at once
     */
    record Troubled(ParcelKey key, Failed failed, @Nullable Instant rememberedUntil) implements Finding {}
}
