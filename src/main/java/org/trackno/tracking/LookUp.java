package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.NumbersInText;
import org.trackno.number.Recogniser;
import org.trackno.number.Recognition;
import org.trackno.number.Repair;
import org.trackno.tracking.Finding.Known;
import org.trackno.tracking.LookUpMetrics.Served;

/**
 * Looks a number up: recognise, then cache, store and carrier, the likeliest carrier first. What is known is served at once,
 * however old, and refreshed behind; only what is unknown or older than a day waits for the carrier, and never longer than a
 * person does.
 */
@Singleton
public class LookUp {
    /** How long a person waits in all. The fetch itself goes on and is stored. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** How much of that goes to a store that does not answer. */
    private static final Duration STORE_PATIENCE = Duration.ofMillis(1_500);
    /** A read that takes longer is no quick one. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private final Catalogue catalogue;
    private final Recogniser recogniser;
    private final LikelyParcels likely;
    private final FindingCache cache;
    private final Refresh refresh;
    private final CarriersInTurn inTurn;
    private final LearntNumbers learnt;
    private final LookUpMetrics metrics;
    private final Clock clock;

    LookUp(
            Catalogue catalogue,
            Recogniser recogniser,
            LikelyParcels likely,
            FindingCache cache,
            Refresh refresh,
            CarriersInTurn inTurn,
            LearntNumbers learnt,
            LookUpMetrics metrics,
            Clock clock) {
        this.catalogue = catalogue;
        this.recogniser = recogniser;
        this.likely = likely;
        this.cache = cache;
        this.refresh = refresh;
        this.inTurn = inTurn;
        this.learnt = learnt;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Whose number it may be. Asks nobody.
     *
     * @param usual ids of the carriers that the caller ships with; empty when unknown
     */
    public Recognition detect(String input, @Nullable String destination, @Nullable String origin, Set<String> usual) {
        return recogniser.recognise(input, likely.hints(destination, origin, usual, null));
    }

    /** The numbers in a text. Asks nobody. */
    public List<NumbersInText.Find> detectInText(
            String text,
            NumbersInText.Mode mode,
            @Nullable String destination,
            @Nullable String origin,
            Set<String> usual) {
        return new NumbersInText(recogniser).find(text, mode, likely.hints(destination, origin, usual, null));
    }

    /** Those of the ids that are no carrier's, in order. */
    public List<String> unknownCarriers(Set<String> ids) {
        return ids.stream()
                .filter(id -> !recogniser.carrierIds().contains(id))
                .sorted()
                .toList();
    }

    /** Numbers that one likely slip makes right, where nothing fits. */
    public List<Repair> repairs(Recognition recognition) {
        return recogniser.repairs(recognition);
    }

    /**
     * The parcel, or why there is none. Fails only when the store does.
     *
     * @param input as somebody typed it
     * @param carrierId the carrier somebody named; null to recognise it
     * @param destination ISO 3166-1 alpha-2, to tell likely carriers; null when unknown
     */
    public Uni<LookUpResult> track(String input, @Nullable String carrierId, @Nullable String destination) {
        return track(input, carrierId, destination, Set.of());
    }

    /**
     * The same for a caller that says what it ships with.
     *
     * @param usual ids of carriers; they only change who is asked first
     */
    public Uni<LookUpResult> track(
            String input, @Nullable String carrierId, @Nullable String destination, Set<String> usual) {
        Recognition recognition = recogniser.recognise(input, likely.hints(destination, null, usual, carrierId));
        TrackingNumber number = recognition.trackingNumber();
        if (number == null) {
            return Uni.createFrom()
                    .item(new LookUpResult.NotATrackingNumber(
                            java.util.Objects.requireNonNull(recognition.problem(), "a problem")));
        }
        if (carrierId != null) {
            return catalogue
                    .find(carrierId)
                    .map(folder -> trackWith(
                                    number, recognition.candidates(), List.of(folder.carrier()), Optional.empty())
                            .invoke(result -> learnt.learn(recognition, carrierId, result)))
                    .orElseGet(() -> Uni.createFrom().item(new LookUpResult.UnknownCarrier(carrierId)));
        }
        Optional<ParcelKey> ahead = readAhead(likely.guess(number, recognition.candidates()));
        return likely.carriers(number, recognition.candidates())
                .flatMap(carriers -> carriers.isEmpty()
                        ? Uni.createFrom().item(new LookUpResult.Unrecognised(number, recognition.nearMisses()))
                        : trackWith(number, recognition.candidates(), carriers, ahead))
                .invoke(result -> learnt.learn(recognition, null, result));
    }

    /**
     * The parcel that {@link #track} would serve at once: known to this process, of the likeliest carrier, and with no
     * reason to ask anybody. Reads memory only; empty when there is more to do.
     */
    public Optional<PreparedParcel> remembered(String input) {
        return likely.likeliestRemembered(input).flatMap(this::remembered);
    }

    /**
     * The same, of what the store knows too. Empty when there is more to do than to read; never fails.
     */
    public Uni<Optional<PreparedParcel>> stored(String input) {
        boolean inMemory = readAhead(likely.guess(input)).isEmpty();
        return likely.likeliest(input)
                .flatMap(key ->
                        key.map(this::read).orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(found -> found.flatMap(this::servedAtOnce))
                .invoke(served -> served.ifPresent(parcel ->
                        metrics.count(parcel.parcel().key().carrier(), inMemory ? Served.MEMORY : Served.STORE)))
                .ifNoItem()
                .after(QUICK)
                .fail()
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<PreparedParcel> servedAtOnce(Finding finding) {
        Instant now = clock.instant();
        if (!(finding instanceof Known known) || known.parcel().wantsRefresh(now)) {
            return Optional.empty();
        }
        countIfStale(known.parcel(), now);
        return Optional.of(known.prepared());
    }

    private Optional<PreparedParcel> remembered(ParcelKey key) {
        Optional<PreparedParcel> served = find(key).flatMap(this::servedAtOnce);
        if (served.isPresent()) {
            metrics.count(key.carrier(), Served.MEMORY);
        }
        return served;
    }

    /** What this process remembers; read again behind while it cannot hear of changes. */
    private Optional<Finding> find(ParcelKey key) {
        Optional<Finding> finding = cache.find(key);
        if (finding.isPresent() && cache.wantsReading(key)) {
            refresh.recallBehind(key);
        }
        return finding;
    }

    /** What memory or the store has of a parcel. */
    private Uni<Optional<Finding>> read(ParcelKey key) {
        Optional<Finding> remembered = find(key);
        return remembered.isPresent() ? Uni.createFrom().item(remembered) : refresh.recall(key);
    }

    /** Begins to read the likeliest parcel while the store is asked who had the number; empty when memory has it. */
    private Optional<ParcelKey> readAhead(Optional<ParcelKey> guess) {
        Optional<ParcelKey> unread = guess.filter(key -> cache.find(key).isEmpty());
        unread.ifPresent(refresh::recallAhead);
        return unread;
    }

    private void countIfStale(KnownParcel parcel, Instant now) {
        if (!parcel.isFresh(now)) {
            metrics.countStale(parcel);
        }
    }

    /** The carrier's public page about a number; empty for a carrier we only know by name. */
    public Optional<String> carrierPage(Carrier carrier, TrackingNumber number) {
        return catalogue.find(carrier.id()).map(folder -> folder.manifest().carrierPage(number.value()));
    }

    /**
     * Looks a recognised number up.
     *
     * @param ahead the parcel that is being read already; empty when none is, or memory has it
     */
    private Uni<LookUpResult> trackWith(
            TrackingNumber number, List<Candidate> candidates, List<Carrier> carriers, Optional<ParcelKey> ahead) {
        List<ParcelKey> keys = likely.of(number, candidates, carriers);
        if (keys.isEmpty()) {
            return Uni.createFrom().item(new LookUpResult.NotConfigured(number, candidates, carriers.get(0)));
        }
        Instant begun = clock.instant();
        return known(keys, 0, ahead).ifNoItem().after(STORE_PATIENCE).fail().flatMap(known -> known.<Uni<LookUpResult>>
                        map(parcel -> serve(parcel).map(LookUpResult.Found::new))
                .orElseGet(
                        () -> inTurn.ask(keys, candidates, PATIENCE.minus(Duration.between(begun, clock.instant())))));
    }

    /** The first of these parcels that we know. */
    private Uni<Optional<PreparedParcel>> known(List<ParcelKey> keys, int index, Optional<ParcelKey> ahead) {
        if (index == keys.size()) {
            return Uni.createFrom().item(Optional.empty());
        }
        ParcelKey key = keys.get(index);
        boolean fromMemory = cache.find(key).isPresent() && !ahead.equals(Optional.of(key));
        return read(key).flatMap(found -> {
            if (found.isPresent() && found.get() instanceof Known known) {
                metrics.count(key.carrier(), fromMemory ? Served.MEMORY : Served.STORE);
                return Uni.createFrom().item(Optional.of(known.prepared()));
            }
            return known(keys, index + 1, ahead);
        });
    }

    /** Stale while revalidating, stale if the carrier or the store fails. */
    private Uni<PreparedParcel> serve(PreparedParcel prepared) {
        KnownParcel parcel = prepared.parcel();
        Instant now = clock.instant();
        countIfStale(parcel, now);
        if (!parcel.wantsRefresh(now)) {
            return Uni.createFrom().item(prepared);
        }
        if (!parcel.isTooOld(now)) {
            refresh.behind(parcel.key());
            return Uni.createFrom().item(prepared);
        }
        return refresh.now(parcel.key())
                .map(finding -> finding instanceof Known known ? known.prepared() : prepared)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(prepared)
                .onFailure()
                .recoverWithItem(prepared);
    }
}
