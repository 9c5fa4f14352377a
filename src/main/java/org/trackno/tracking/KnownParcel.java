package org.trackno.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.FailureKind;
import org.trackno.model.Freshness;
import org.trackno.model.Parcel;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;

/**
 * A parcel a carrier has told us about, with the others under its number and how recent all that is.
 *
 * @param key carrier and number
 * @param parcel the one that is shown
 * @param others the rest of the consignment, or of the parcels that share the number
 * @param checkedAt when the carrier last answered
 * @param triedAt when it was last asked
 * @param failure why the last try brought nothing; null when it succeeded
 * @param retryAt not asked again before, because the last try failed; null when it did not
 * @param freshUntil when it wants to be asked again; null never
 */
public record KnownParcel(
        ParcelKey key,
        Parcel parcel,
        List<Parcel> others,
        Instant checkedAt,
        Instant triedAt,
        @Nullable FailureKind failure,
        @Nullable Instant retryAt,
        @Nullable Instant freshUntil) {

    /** Unfinished first, so that a consignment is not called delivered while a piece is missing; then the newest. */
    private static final Comparator<Parcel> SHOWN_FIRST = Comparator.<Parcel, Boolean>comparing(
                    p -> p.timeline().stage().isFinal())
            .thenComparing(
                    p -> p.timeline().latest().map(e -> e.at()).orElse(null),
                    Comparator.nullsFirst(Comparator.<EventTime>reverseOrder()))
            .thenComparing(Parcel::piece);

    /** From what is stored; empty when the carrier never knew the number. */
    static Optional<KnownParcel> of(ParcelKey key, StoredParcel stored, Map<Stage, Duration> hints) {
        Instant checkedAt = stored.checkedAt();
        if (stored.pieces().isEmpty() || checkedAt == null) {
            return Optional.empty();
        }
        List<Parcel> parcels = stored.pieces().stream()
                .map(piece -> parcel(key, piece))
                .sorted(SHOWN_FIRST)
                .toList();
        Parcel shown = parcels.get(0);
        Instant freshUntil = FreshnessPolicy.freshFor(shown.timeline(), hints, checkedAt)
                .map(checkedAt::plus)
                .orElse(null);
        return Optional.of(new KnownParcel(
                key,
                shown,
                parcels.subList(1, parcels.size()),
                checkedAt,
                stored.triedAt(),
                stored.failure(),
                stored.retryAt(),
                freshUntil));
    }

    /** Whether it is recent enough for its stage. */
    public boolean isFresh(Instant now) {
        return freshUntil == null || now.isBefore(freshUntil);
    }

    /** Whether it is so old that a carrier should be heard before it is shown. */
    boolean isTooOld(Instant now) {
        return !isFresh(now) && checkedAt.plus(FreshnessPolicy.TOO_OLD).isBefore(now);
    }

    /** Whether asking again makes sense now: it is stale, and the last try did not just fail. */
    boolean wantsRefresh(Instant now) {
        return !isFresh(now) && (retryAt == null || retryAt.isBefore(now));
    }

    /** How recent it is. */
    public Freshness freshness(Instant now) {
        Timeline timeline = parcel.timeline();
        Instant reported =
                timeline.latest().flatMap(event -> event.at().instant()).orElse(null);
        return new Freshness(
                isFresh(now) ? Freshness.State.FRESH : Freshness.State.STALE,
                checkedAt,
                reported,
                retryAt == null ? freshUntil : retryAt,
                failure);
    }

    private static Parcel parcel(ParcelKey key, Piece piece) {
        return new Parcel(
                key.carrier(),
                key.number(),
                piece.piece(),
                piece.service(),
                piece.origin(),
                piece.destination(),
                piece.estimate(),
                piece.proofOfDelivery(),
                piece.partner(),
                Timeline.of(piece.reports()));
    }
}
