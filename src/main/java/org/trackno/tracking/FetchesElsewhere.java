package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits for what other processes fetch. */
@ApplicationScoped
class FetchesElsewhere {
    /** A process that died says nothing: look again from time to time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ParcelChanges changes;

    FetchesElsewhere(ParcelChanges changes) {
        this.changes = changes;
    }

    /** Comes when another process may have ended its fetch of a parcel. */
    Uni<ParcelKey> next(ParcelKey key) {
        Uni<ParcelKey> change = changes.of(key).toUni();
        Uni<ParcelKey> soon = Uni.createFrom().item(key).onItem().delayIt().by(LOOK_AGAIN);
        return Uni.combine().any().of(change, soon);
    }
}
