package org.trackno.tracking;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A parcel with its answers, each made when first wanted: one an audience, fresh and stale. */
public final class PreparedParcel {
    private final KnownParcel parcel;
    private final SnapshotEncoder encoder;
    private final AtomicReferenceArray<PreparedAnswer> answers =
            new AtomicReferenceArray<>(2 * Audience.values().length);

    PreparedParcel(KnownParcel parcel, SnapshotEncoder encoder) {
        this.parcel = parcel;
        this.encoder = encoder;
    }

    /** The parcel. */
    public KnownParcel parcel() {
        return parcel;
    }

    /** What is sent to an audience at a moment. */
    public PreparedAnswer answer(Audience audience, Instant now) {
        int place = 2 * audience.ordinal() + (parcel.isFresh(now) ? 0 : 1);
        PreparedAnswer made = answers.get(place);
        if (made == null) {
            made = encoder.encode(parcel, audience, now);
            answers.set(place, made);
        }
        return made;
    }
}
