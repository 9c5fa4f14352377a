package org.trackno.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.trackno.store.KeptParcel;
import org.trackno.store.KeptSnapshot;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;
import org.trackno.support.Lazy;

/**
 * A parcel a carrier has told us about, with the others under its number and how recent all that is. Its events are read
 * when first wanted: how recent it is can be told without them.
 */
public final class KnownParcel {
    /** Unfinished first, so that a consignment is not called delivered while a piece is missing; then the newest. */
    private static final Comparator<Parcel> SHOWN_FIRST = Comparator.<Parcel, Boolean>comparing(
                    p -> p.timeline().stage().isFinal())
            .thenComparing(
                    p -> p.timeline().latest().map(e -> e.at()).orElse(null),
                    Comparator.nullsFirst(Comparator.<EventTime>reverseOrder()))
            .thenComparing(Parcel::piece);

    private final ParcelKey key;
    private final Lazy<List<Parcel>> parcels;
    private final @Nullable Instant reportedAt;
    private final Instant checkedAt;
    private final Instant triedAt;
    private final @Nullable FailureKind failure;
    private final @Nullable Instant retryAt;
    private final @Nullable Instant freshUntil;

    private KnownParcel(
            ParcelKey key,
            StoredParcel stored,
            Instant checkedAt,
            Lazy<List<Parcel>> parcels,
            Stage stage,
            @Nullable Instant reportedAt,
            Map<Stage, Duration> hints) {
        this.key = key;
        this.parcels = parcels;
        this.reportedAt = reportedAt;
        this.checkedAt = checkedAt;
        this.triedAt = stored.triedAt();
        this.failure = stored.failure();
        this.retryAt = stored.retryAt();
        this.freshUntil = FreshnessPolicy.freshFor(stage, reportedAt, hints, checkedAt)
                .map(checkedAt::plus)
                .orElse(null);
    }

    /** From what is stored; empty when the carrier never knew the number. */
    static Optional<KnownParcel> of(ParcelKey key, StoredParcel stored, Map<Stage, Duration> hints) {
        Instant checkedAt = stored.checkedAt();
        if (checkedAt == null || stored.pieces().isEmpty()) {
            return Optional.empty();
        }
        List<Parcel> parcels = parcels(key, stored);
        Timeline shown = parcels.get(0).timeline();
        Instant reportedAt = shown.latest()
                .flatMap(event -> event.at().instant())
                .map(at -> at.truncatedTo(ChronoUnit.MICROS)) // as exact as PostgreSQL keeps it
                .orElse(null);
        return Optional.of(
                new KnownParcel(key, stored, checkedAt, new Lazy<>(() -> parcels), shown.stage(), reportedAt, hints));
    }

    /** The same of a row, whose snapshot tells enough for now. */
    static Optional<KnownParcel> of(ParcelKey key, KeptParcel kept, Map<Stage, Duration> hints) {
        StoredParcel stored = kept.parcel();
        Instant checkedAt = stored.checkedAt();
        KeptSnapshot snapshot = kept.snapshot();
        if (checkedAt == null || snapshot == null) {
            return of(key, stored, hints);
        }
        Lazy<List<Parcel>> parcels = new Lazy<>(() -> parcels(key, stored));
        return Optional.of(
                new KnownParcel(key, stored, checkedAt, parcels, snapshot.stage(), snapshot.reportedAt(), hints));
    }

    private static List<Parcel> parcels(ParcelKey key, StoredParcel stored) {
        return stored.pieces().stream()
                .map(piece -> parcel(key, piece))
                .sorted(SHOWN_FIRST)
                .toList();
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

    /** Carrier and number. */
    public ParcelKey key() {
        return key;
    }

    /** The one that is shown. */
    public Parcel parcel() {
        return parcels.get().get(0);
    }

    /** The rest of the consignment, or of the parcels that share the number. */
    public List<Parcel> others() {
        List<Parcel> all = parcels.get();
        return all.subList(1, all.size());
    }

    /** When its newest event happened; null when that is not known. */
    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }

    /** When the carrier last answered. */
    public Instant checkedAt() {
        return checkedAt;
    }

    /** When the carrier was last asked. */
    public Instant triedAt() {
        return triedAt;
    }

    /** Why the last try brought nothing; null when it succeeded. */
    @Nullable
    FailureKind failure() {
        return failure;
    }

    /** When it wants to be asked again; null never. */
    public @Nullable Instant freshUntil() {
        return freshUntil;
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
        return new Freshness(
                isFresh(now) ? Freshness.State.FRESH : Freshness.State.STALE,
                checkedAt,
                reportedAt,
                retryAt == null ? freshUntil : retryAt,
                failure);
    }
}
