package org.trackno.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.gateway.Fetched;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.store.Sighting;
import org.trackno.store.Sighting.Ended;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.StoredParcel;

/** Makes a fetch into what is to be stored. */
final class Sightings {
    /** The outcome of a fetch for a number that its carrier does not know. */
    static final String NOT_FOUND = "NOT_FOUND";

    private Sightings() {}

    /** What a fetch makes of what is known now. An answer that was asked for before the newest one came changes nothing. */
    static Sighting of(ParcelKey key, Optional<StoredParcel> known, Fetched fetched, Instant now) {
        TrackingOutcome outcome = fetched.outcome();
        LedgerEntry call = fetched.attempts() == 0 ? null : ledgerEntry(fetched);
        Instant newest = known.map(StoredParcel::checkedAt).orElse(null);
        if (newest != null && newest.isAfter(fetched.startedAt())) {
            return new Sighting(known.orElseThrow(), List.of(), List.of(), null, call, ended(outcome, true, now));
        }
        if (outcome instanceof Found found) {
            Merge merge = Merge.of(known, found);
            RawAnswer answer = rawAnswer(fetched.answer());
            StoredParcel parcel = merge.parcel(key, now);
            return new Sighting(parcel, merge.added(), merge.withdrawn(), answer, call, ended(outcome, true, now));
        }
        StoredParcel parcel = unchanged(key, known, outcome, now);
        boolean shown = !parcel.pieces().isEmpty();
        return new Sighting(parcel, List.of(), List.of(), null, call, ended(outcome, shown, now));
    }

    /** History is kept whatever comes: not found, or a failure, only changes when we last heard and why. */
    private static StoredParcel unchanged(
            ParcelKey key, Optional<StoredParcel> known, TrackingOutcome outcome, Instant now) {
        Failed failed = outcome instanceof Failed failure ? failure : null;
        Instant before = known.map(StoredParcel::checkedAt).orElse(null);
        return new StoredParcel(
                key.carrier().id(),
                key.number(),
                known.map(StoredParcel::pieces).orElse(List.of()),
                failed == null ? now : before,
                now,
                failed == null ? null : failed.kind(),
                failed == null ? null : FreshnessPolicy.retryAt(failed, now));
    }

    private static Ended ended(TrackingOutcome outcome, boolean shown, Instant now) {
        if (shown) {
            return new Ended(null, "", null);
        }
        Instant until = outcome instanceof Failed failed
                ? FreshnessPolicy.retryAt(failed, now)
                : now.plus(FreshnessPolicy.UNKNOWN_NUMBER);
        return new Ended(name(outcome), detail(outcome), until);
    }

    private static @Nullable RawAnswer rawAnswer(@Nullable CarrierAnswer answer) {
        return answer == null ? null : new RawAnswer(answer.status(), answer.body());
    }

    private static LedgerEntry ledgerEntry(Fetched fetched) {
        CarrierAnswer answer = fetched.answer();
        return new LedgerEntry(
                fetched.startedAt(),
                fetched.took().toMillis(),
                fetched.attempts(),
                answer == null ? null : answer.status(),
                name(fetched.outcome()),
                detail(fetched.outcome()));
    }

    private static String name(TrackingOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.kind().name();
        }
        return outcome instanceof Found ? "FOUND" : NOT_FOUND;
    }

    private static String detail(TrackingOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.detail();
        }
        return outcome instanceof NotFound notFound ? notFound.detail() : "";
    }
}
