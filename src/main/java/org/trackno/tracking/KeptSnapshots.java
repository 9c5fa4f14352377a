package org.trackno.tracking;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.trackno.carrier.Catalogue;
import org.trackno.store.KeptSnapshot;
import org.trackno.store.SnapshotMaker;
import org.trackno.store.StoredParcel;
import org.trackno.support.Build;

/** Makes the snapshots that are kept with parcels: what is shown without proof, as this build and its settings do. */
@Singleton
class KeptSnapshots implements SnapshotMaker {
    private static final Logger LOG = Logger.getLogger(KeptSnapshots.class);

    private final Catalogue catalogue;
    private final SnapshotEncoder encoder;
    private final String name;

    KeptSnapshots(Catalogue catalogue, SnapshotEncoder encoder) {
        this.catalogue = catalogue;
        this.encoder = encoder;
        this.name = Build.id() + ' ' + encoder.withoutProof();
    }

    @Override
    public String name() {
        return name;
    }

    /** What fails here must not keep a parcel from being stored: it then fails, if at all, whoever reads it. */
    @Override
    public Optional<KeptSnapshot> make(StoredParcel parcel) {
        try {
            return made(parcel);
        } catch (RuntimeException e) {
            LOG.errorf(e, "No snapshot of %s", parcel.number().masked());
            return Optional.empty();
        }
    }

    private Optional<KeptSnapshot> made(StoredParcel parcel) {
        return catalogue
                .find(parcel.carrierId())
                .map(folder -> new ParcelKey(folder.carrier(), parcel.number()))
                .flatMap(key -> KnownParcel.of(key, parcel, Map.of()))
                .map(encoder::keep);
    }
}
