package org.trackno.tracking;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.trackno.store.KeptSnapshot;

/**
 * A parcel with its answers, each made when first wanted: one an audience, fresh and stale. The first one without proof is
 * what was kept when the parcel was written, where it was.
 */
public final class PreparedParcel {
    private final KnownParcel parcel;
    private final SnapshotEncoder encoder;
    private volatile @Nullable KeptSnapshot kept;
    private final AtomicReferenceArray<PreparedAnswer> answers =
            new AtomicReferenceArray<>(2 * Audience.values().length);

    PreparedParcel(KnownParcel parcel, @Nullable KeptSnapshot kept, SnapshotEncoder encoder) {
        this.parcel = parcel;
        this.kept = kept;
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
            made = make(audience, now);
            answers.set(place, made);
        }
        return made;
    }

    private PreparedAnswer make(Audience audience, Instant now) {
        KeptSnapshot snapshot = kept;
        if (snapshot == null || audience != encoder.withoutProof()) {
            return encoder.encode(parcel, audience, now);
        }
        PreparedAnswer made = encoder.renew(snapshot, parcel, now);
        kept = null; // the bytes would be held twice
        return made;
    }
}
