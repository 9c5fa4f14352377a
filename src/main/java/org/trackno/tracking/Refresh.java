package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.trackno.carrier.Catalogue;
import org.trackno.gateway.CarrierGateway;
import org.trackno.gateway.Fetched;
import org.trackno.gateway.Priority;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.store.FetchLeases;
import org.trackno.store.FetchLeases.Claim;
import org.trackno.store.KeptParcel;
import org.trackno.store.ParcelStore;
import org.trackno.support.ContextEmitter;
import org.trackno.support.Detached;
import org.trackno.tracking.Finding.Known;

/**
 * Asks a carrier and stores what it says. One fetch a parcel is under way at a time, however many want it, in this process
 * and in all others on the database; it runs detached from all of them, so a caller who leaves hurts nobody and the answer
 * is stored all the same.
 */
@Singleton
class Refresh {
    private static final Logger LOG = Logger.getLogger(Refresh.class);

    private final CarrierGateway gateway;
    private final ParcelStore store;
    private final FindingCache cache;
    private final Catalogue catalogue;
    private final FetchLeases leases;
    private final FetchesElsewhere elsewhere;
    private final ParcelChanges changes;
    private final SnapshotEncoder encoder;
    private final Detached detached;
    private final ColdWork coldWork;
    private final ReadingFigures figures;
    private final Clock clock;
    private final Map<ParcelKey, Uni<Finding>> underWay = new ConcurrentHashMap<>();
    private final Map<ParcelKey, Uni<Optional<Finding>>> recalls = new ConcurrentHashMap<>();

    Refresh(
            CarrierGateway gateway,
            ParcelStore store,
            FindingCache cache,
            Catalogue catalogue,
            FetchLeases leases,
            FetchesElsewhere elsewhere,
            ParcelChanges changes,
            SnapshotEncoder encoder,
            Detached detached,
            ColdWork coldWork,
            ReadingFigures figures,
            Clock clock) {
        this.gateway = gateway;
        this.store = store;
        this.cache = cache;
        this.catalogue = catalogue;
        this.leases = leases;
        this.elsewhere = elsewhere;
        this.changes = changes;
        this.encoder = encoder;
        this.detached = detached;
        this.coldWork = coldWork;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What the carrier says now, joined with what was known; begun when subscribed, shared while under way. Who stops
     * waiting stops only that.
     */
    Uni<Finding> now(ParcelKey key) {
        return join(key, Priority.PERSON);
    }

    /** The same, with nobody waiting; left for the next reader when there is much to do. */
    void behind(ParcelKey key) {
        if (!coldWork.isBusy()) {
            unattended(key, join(key, Priority.BACKGROUND));
        }
    }

    private Uni<Finding> join(ParcelKey key, Priority priority) {
        return waitFor(() -> underWay.computeIfAbsent(key, k -> shared(k, priority)));
    }

    /** What is stored; remembered in the cache. Read once for all who want it at that moment. */
    Uni<Optional<Finding>> recall(ParcelKey key) {
        return waitFor(() -> recalls.computeIfAbsent(key, this::sharedRecall));
    }

    /** The same, for somebody who will want it in a moment, and be told then why it cannot be read; not when there is much to do. */
    void recallAhead(ParcelKey key) {
        if (!coldWork.isBusy()) {
            recall(key).subscribe().with(done -> {}, failure -> {});
        }
    }

    private static <T> Uni<T> waitFor(Supplier<Uni<T>> shared) {
        return Uni.createFrom().emitter(emitter -> {
            ContextEmitter<T> waiting = new ContextEmitter<>(emitter);
            shared.get().subscribe().with(waiting::complete, waiting::fail);
        });
    }

    private Uni<Optional<Finding>> sharedRecall(ParcelKey key) {
        long mark = cache.mark(key);
        return coldWork.admit(key.carrier().id(), () -> store.find(key.carrier().id(), key.number()))
                .map(stored -> stored.flatMap(kept -> known(key, kept)))
                .invoke(finding ->
                        finding.ifPresentOrElse(found -> cache.putRead(key, found, mark), () -> noteUnseen(key, mark)))
                .onTermination()
                .invoke(() -> recalls.remove(key))
                .memoize()
                .indefinitely();
    }

    /** What the carrier said of a number that is not stored is worth more. */
    private void noteUnseen(ParcelKey key, long mark) {
        if (cache.find(key).isEmpty()) {
            cache.putRead(key, Finding.Unseen.INSTANCE, mark);
        }
    }

    /** The same, with nobody waiting. */
    void recallBehind(ParcelKey key) {
        unattended(key, recall(key));
    }

    private static void unattended(ParcelKey key, Uni<?> work) {
        work.subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Refresh of %s failed: %s", key.number().masked(), failure));
    }

    private Uni<Finding> shared(ParcelKey key, Priority priority) {
        return coldWork.admit(key.carrier().id(), () -> detached.run(() -> claim(key, priority)))
                .invoke(finding -> {
                    cache.put(key, finding);
                    changes.tell(key);
                })
                .onTermination()
                .invoke(() -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }

    /** Asks the carrier if no other process does; else waits for what that one learns. */
    private Uni<Finding> claim(ParcelKey key, Priority priority) {
        return leases.claim(key.carrier().id(), key.number(), clock.instant()).flatMap(claim -> {
            if (claim instanceof Claim.Remembered remembered) {
                return Uni.createFrom().item(remembered(key, remembered));
            }
            if (claim instanceof Claim.Granted granted) {
                return justFetched(key, granted.known())
                        .<Uni<Finding>>map(finding ->
                                leases.release(key.carrier().id(), key.number()).replaceWith(finding))
                        .orElseGet(() -> fetch(key, priority, granted.known()));
            }
            return elsewhere.next(key).flatMap(ignored -> claim(key, priority));
        });
    }

    /** What another process has fetched since the parcel was read here, if there is no reason to ask again. */
    private Optional<Finding> justFetched(ParcelKey key, Optional<KeptParcel> kept) {
        return kept.flatMap(one -> known(key, one))
                .filter(finding ->
                        finding instanceof Known known && !known.parcel().wantsRefresh(clock.instant()));
    }

    private Uni<Finding> fetch(ParcelKey key, Priority priority, Optional<KeptParcel> kept) {
        return gateway.fetch(key.carrier().id(), key.number(), priority)
                .flatMap(fetched -> fetched.attempts() == 0 ? refused(key, fetched) : keep(key, kept, fetched))
                .onFailure()
                .call(failure -> leases.release(key.carrier().id(), key.number())
                        .onFailure()
                        .recoverWithNull());
    }

    private Uni<Finding> keep(ParcelKey key, Optional<KeptParcel> kept, Fetched fetched) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
        if (fetched.outcome() instanceof Found found) {
            figures.count(key.carrier().id(), found);
        }
        return store.record(
                        key.carrier().id(), key.number(), kept, known -> Sightings.of(key, known, fetched, now), now)
                .map(stored -> known(key, stored).orElseGet(() -> unknown(key, fetched.outcome(), now)));
    }

    /** Our own guards refused, or the log-in failed: nobody was asked about it, so there is nothing to store, here or for others. */
    private Uni<Finding> refused(ParcelKey key, Fetched fetched) {
        Instant now = clock.instant();
        return leases.release(key.carrier().id(), key.number())
                .flatMap(released -> store.find(key.carrier().id(), key.number()))
                .map(stored -> stored.map(kept -> kept.with(Sightings.of(key, Optional.of(kept.parcel()), fetched, now)
                                .parcel()))
                        .flatMap(kept -> known(key, kept))
                        .orElseGet(() -> unknown(key, fetched.outcome(), now)));
    }

    private Optional<Finding> known(ParcelKey key, KeptParcel kept) {
        return KnownParcel.of(key, kept, hints(key))
                .map(parcel -> new Finding.Known(new PreparedParcel(parcel, kept.snapshot(), encoder)));
    }

    private static Finding unknown(ParcelKey key, TrackingOutcome outcome, Instant now) {
        return outcome instanceof Failed failed
                ? new Finding.Troubled(key, failed, FreshnessPolicy.retryAt(failed, now))
                : new Finding.Missing(key, now.plus(FreshnessPolicy.UNKNOWN_NUMBER));
    }

    private static Finding remembered(ParcelKey key, Claim.Remembered remembered) {
        if (remembered.outcome().equals(Sightings.NOT_FOUND)) {
            return new Finding.Missing(key, remembered.until());
        }
        Failed failed = new Failed(FailureKind.valueOf(remembered.outcome()), remembered.detail());
        return new Finding.Troubled(key, failed, remembered.until());
    }

    private Map<Stage, Duration> hints(ParcelKey key) {
        return catalogue
                .find(key.carrier().id())
                .map(folder -> folder.manifest().refresh())
                .orElse(Map.of());
    }
}
