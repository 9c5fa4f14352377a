package org.trackno.store;

import java.util.Optional;

/** Makes the snapshots that are kept with parcels. What another maker has made is not used. */
public interface SnapshotMaker {
    /** Tells makers apart: two have the same name only with the same code, carriers and settings. */
    String name();

    /** The snapshot of a parcel; empty when there is nothing to show. */
    Optional<KeptSnapshot> make(StoredParcel parcel);
}
