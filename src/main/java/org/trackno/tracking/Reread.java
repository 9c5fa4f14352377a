package org.trackno.tracking;

import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelStore;
import org.trackno.store.Sighting;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.StoredParcel;
import org.trackno.support.Detached;
import org.trackno.tracking.RereadParcel.Outcome;

/**
 * Reads the kept answers of a carrier again, after its mapping or code table changed, and stores what they say now; the
 * carrier is not called. Each parcel is changed as a whole or not at all, and never because an answer became unreadable.
 */
@ApplicationScoped
@Unremovable // asked for by the command line, which injects nothing
public class Reread {
    private final ParcelStore store;
    private final Catalogue catalogue;
    private final Detached detached;
    private final Clock clock;

    Reread(ParcelStore store, Catalogue catalogue, Detached detached, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * What changed, parcel by parcel in the order of their numbers. Fails when the store does; what was reported until then
     * is stored. Other processes show it when they next ask the store.
     *
     * @throws IllegalArgumentException when there is no such carrier, or Trackno cannot read it
     */
    public Multi<RereadParcel> run(String carrierId) {
        CarrierFolder folder =
                catalogue.find(carrierId).orElseThrow(() -> new IllegalArgumentException("No carrier " + carrierId));
        CarrierAdapter adapter =
                folder.adapter().orElseThrow(() -> new IllegalArgumentException("Trackno does not read " + carrierId));
        return detached.run(() -> store.listNumbers(carrierId))
                .onItem()
                .transformToMulti(numbers -> Multi.createFrom().iterable(numbers))
                .onItem()
                .transformToUniAndConcatenate(number -> detached.run(() -> reread(adapter, number)));
    }

    private Uni<RereadParcel> reread(CarrierAdapter adapter, TrackingNumber number) {
        ParcelKey key = new ParcelKey(adapter.carrier(), number);
        String carrierId = key.carrier().id();
        return store.find(carrierId, number).flatMap(found -> store.listAnswers(carrierId, number)
                .flatMap(answers -> reread(key, adapter, found.orElseThrow().parcel(), answers)));
    }

    private Uni<RereadParcel> reread(
            ParcelKey key, CarrierAdapter adapter, StoredParcel before, List<RawAnswer> answers) {
        if (answers.isEmpty()) {
            return Uni.createFrom().item(RereadParcel.untouched(key, before, Outcome.NO_ANSWERS, ""));
        }
        Replay.Result result = Replay.of(key, adapter, answers);
        Replay replay = result.replay();
        if (replay == null) {
            return Uni.createFrom().item(RereadParcel.untouched(key, before, Outcome.UNREADABLE, result.failure()));
        }
        Sighting sighting = replay.sighting(before, before);
        RereadParcel report = RereadParcel.of(key, before, sighting.parcel());
        if (report.outcome() == Outcome.UNCHANGED) {
            return Uni.createFrom().item(report);
        }
        return store.record(
                        key.carrier().id(),
                        key.number(),
                        known -> replay.sighting(before, known.orElse(before)),
                        clock.instant())
                .replaceWith(report);
    }
}
