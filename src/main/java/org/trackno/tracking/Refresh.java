package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.Catalogue;
import org.trackno.gateway.CarrierGateway;
import org.trackno.gateway.Fetched;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.store.ParcelStore;
import org.trackno.store.Sighting;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.StoredParcel;
import org.trackno.support.Detached;

/**
 * Asks a carrier and stores what it says. One fetch a parcel is under way at a time, however many want it; it runs detached
 * from all of them, so a caller who leaves hurts nobody and the answer is stored all the same.
 */
@ApplicationScoped
class Refresh {
    private static final Logger LOG = Logger.getLogger(Refresh.class);

    private final CarrierGateway gateway;
    private final ParcelStore store;
    private final FindingCache cache;
    private final Catalogue catalogue;
    private final Detached detached;
    private final Clock clock;
    private final Map<ParcelKey, Uni<Finding>> underWay = new ConcurrentHashMap<>();

    Refresh(
            CarrierGateway gateway,
            ParcelStore store,
            FindingCache cache,
            Catalogue catalogue,
            Detached detached,
            Clock clock) {
        this.gateway = gateway;
        this.store = store;
        this.cache = cache;
        this.catalogue = catalogue;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * What the carrier says now, joined with what was known; begun when subscribed, shared while under way. Who stops
     * waiting stops only that.
     */
    Uni<Finding> now(ParcelKey key) {
        return Uni.createFrom()
                .emitter(waiting ->
                        underWay.computeIfAbsent(key, this::shared).subscribe().with(waiting::complete, waiting::fail));
    }

    /** The same, with nobody waiting. */
    void behind(ParcelKey key) {
        now(key).subscribe()
                .with(
                        finding -> {},
                        failure -> LOG.warnf(
                                "Refresh of %s failed: %s", key.number().masked(), failure));
    }

    /** What is stored; remembered in the cache. */
    Uni<Optional<Finding>> recall(ParcelKey key) {
        return detached.run(() -> store.find(key.carrier().id(), key.number()))
                .map(stored -> stored.flatMap(parcel -> KnownParcel.of(key, parcel, hints(key)))
                        .map(known -> {
                            Finding finding = new Finding.Known(known);
                            cache.put(key, finding);
                            return finding;
                        }));
    }

    private Uni<Finding> shared(ParcelKey key) {
        return detached.run(() -> gateway.fetch(key.carrier().id(), key.number()))
                .flatMap(fetched -> detached.run(() -> keep(key, fetched)))
                .invoke(finding -> cache.put(key, finding))
                .onTermination()
                .invoke(() -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }

    private Uni<Finding> keep(ParcelKey key, Fetched fetched) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
        return store.record(key.carrier().id(), key.number(), known -> sighting(key, known, fetched, now), now)
                .onFailure()
                .retry()
                .atMost(1) // another process may have stored the same new parcel in the same moment
                .map(stored -> finding(key, stored, fetched.outcome(), now));
    }

    private Finding finding(ParcelKey key, StoredParcel stored, TrackingOutcome outcome, Instant now) {
        Optional<Finding> known = KnownParcel.of(key, stored, hints(key)).map(Finding.Known::new);
        if (known.isPresent()) {
            return known.get();
        }
        if (outcome instanceof Failed failed) {
            boolean remember = failed.kind() != FailureKind.BUSY;
            Duration wait = failed.retryAfter() == null ? FreshnessPolicy.AFTER_FAILURE : failed.retryAfter();
            return new Finding.Troubled(key, failed, remember ? now.plus(wait) : null);
        }
        return new Finding.Missing(key, now.plus(FreshnessPolicy.UNKNOWN_NUMBER));
    }

    private static Sighting sighting(ParcelKey key, Optional<StoredParcel> known, Fetched fetched, Instant now) {
        TrackingOutcome outcome = fetched.outcome();
        LedgerEntry call = fetched.attempts() == 0 ? null : ledgerEntry(fetched);
        if (outcome instanceof Found found) {
            Merge merge = Merge.of(known, found);
            RawAnswer answer = rawAnswer(fetched.answer());
            return new Sighting(merge.parcel(key, now), merge.added(), merge.withdrawn(), answer, call);
        }
        return new Sighting(unchanged(key, known, outcome, now), List.of(), List.of(), null, call);
    }

    /** History is kept whatever comes: not found, or a failure, only changes when we last heard and why. */
    private static StoredParcel unchanged(
            ParcelKey key, Optional<StoredParcel> known, TrackingOutcome outcome, Instant now) {
        FailureKind failure = outcome instanceof Failed failed ? failed.kind() : null;
        Instant before = known.map(StoredParcel::checkedAt).orElse(null);
        return new StoredParcel(
                key.carrier().id(),
                key.number(),
                known.map(StoredParcel::pieces).orElse(List.of()),
                failure == null ? now : before,
                now,
                failure);
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
        return outcome instanceof Found ? "FOUND" : "NOT_FOUND";
    }

    private static String detail(TrackingOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.detail();
        }
        return outcome instanceof NotFound notFound ? notFound.detail() : "";
    }

    private Map<Stage, Duration> hints(ParcelKey key) {
        return catalogue
                .find(key.carrier().id())
                .map(folder -> folder.manifest().refresh())
                .orElse(Map.of());
    }
}
