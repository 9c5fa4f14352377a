package org.trackno.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.LearntPrefixes;
import org.trackno.number.LearntPrefixes.Prefix;
import org.trackno.number.Recognition;
import org.trackno.store.LearntStore;
import org.trackno.support.Detached;

/**
 * What carriers taught us about whose numbers are whose. Only a carrier that knew the number counts: the next look-up asks it
 * first, and numbers that begin alike are likelier its own. A carrier that somebody named and that knew the number corrects
 * what was learnt before. Kept in PostgreSQL: what one process learns the others know a minute later, and after a restart.
 */
@Singleton
public class LearntNumbers {
    private static final Logger LOG = Logger.getLogger(LearntNumbers.class);
    private static final Duration REREAD = Duration.ofMinutes(1);
    /** What is learnt only helps: a store that is slow is not waited for. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int MOST_PREFIXES = 100_000;
    private static final int MOST_NUMBERS = 100_000;

    private final LearntStore store;
    private final Catalogue catalogue;
    private final Detached detached;
    private final Clock clock;
    private final Cache<TrackingNumber, Learnt> learnt =
            Caffeine.newBuilder().maximumSize(MOST_NUMBERS).build();
    private final AtomicLong readAt = new AtomicLong();
    private volatile LearntPrefixes prefixes = new LearntPrefixes();

    LearntNumbers(LearntStore store, Catalogue catalogue, Detached detached, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.detached = detached;
        this.clock = clock;
    }

    /** What is known of prefixes; read again behind when it is older than a minute. */
    public LearntPrefixes prefixes() {
        long now = clock.millis();
        long last = readAt.get();
        if (now - last > REREAD.toMillis() && readAt.compareAndSet(last, now)) {
            detached.run(this::read).subscribe().with(ignored -> {}, LearntNumbers::tell);
        }
        return prefixes;
    }

    /**
     * What the store says about a number.
     *
     * @param carrierId who had it, or null when nobody did
     * @param readAt when the store was asked, or told, in milliseconds since 1970
     */
    private record Learnt(@Nullable String carrierId, long readAt) {}

    /** The carriers to ask, the one that had the number before first. Never fails. */
    Uni<List<Carrier>> order(TrackingNumber number, List<Carrier> likely) {
        Learnt known = learnt.getIfPresent(number);
        if (known != null && !isOld(known)) {
            return Uni.createFrom().item(order(known, likely));
        }
        return reread(number)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(Uni.createFrom().voidItem())
                .replaceWith(() -> {
                    Learnt read = learnt.getIfPresent(number);
                    return read == null ? likely : order(read, likely);
                });
    }

    /**
     * The same from memory alone; empty when the store was not asked about the number yet. What is older than a minute is
     * read again behind: another process may have been corrected.
     */
    List<Carrier> remembered(TrackingNumber number, List<Carrier> likely) {
        Learnt known = learnt.getIfPresent(number);
        if (known == null) {
            return List.of();
        }
        if (isOld(known)) {
            learnt.put(number, new Learnt(known.carrierId(), clock.millis()));
            detached.run(() -> reread(number)).subscribe().with(ignored -> {}, LearntNumbers::tell);
        }
        return order(known, likely);
    }

    private List<Carrier> order(Learnt known, List<Carrier> likely) {
        Optional<Carrier> first = known.carrierId() == null
                ? Optional.empty()
                : catalogue.find(known.carrierId()).map(CarrierFolder::carrier);
        if (first.isEmpty() || (!likely.isEmpty() && likely.get(0).equals(first.get()))) {
            return likely;
        }
        List<Carrier> ordered = new ArrayList<>(likely);
        ordered.remove(first.get());
        ordered.add(0, first.get());
        return ordered;
    }

    /** Never fails: what cannot be read stays as it was. */
    private Uni<Void> reread(TrackingNumber number) {
        return store.findCarrier(number)
                .invoke(carrier -> learnt.put(number, new Learnt(carrier.orElse(null), clock.millis())))
                .replaceWithVoid()
                .onFailure()
                .invoke(LearntNumbers::tell)
                .onFailure()
                .recoverWithNull();
    }

    private boolean isOld(Learnt known) {
        return clock.millis() - known.readAt() > REREAD.toMillis();
    }

    /**
     * Learns from a look-up, behind.
     *
     * @param named the carrier that the caller named, or null
     */
    void learn(Recognition recognition, @Nullable String named, LookUpResult result) {
        TrackingNumber number = recognition.trackingNumber();
        if (number == null || !(result instanceof LookUpResult.Found found)) {
            return;
        }
        String carrierId = found.parcel().key().carrier().id();
        Learnt before = learnt.getIfPresent(number);
        String known = before == null ? null : before.carrierId();
        // what this process holds may be older than another's correction, so naming again writes again
        boolean correction = carrierId.equals(named);
        boolean agreed = carrierId.equals(known) && !(correction && before != null && isOld(before));
        if (agreed || (known != null && !correction)) {
            return;
        }
        learnt.put(number, new Learnt(carrierId, clock.millis()));
        Prefix prefix = Prefix.of(recognition, carrierId);
        Instant now = clock.instant();
        detached.run(() -> correction ? store.correct(number, prefix, now) : store.confirm(number, prefix, now))
                .subscribe()
                .with(ignored -> {}, LearntNumbers::tell);
    }

    private Uni<Void> read() {
        return store.listPrefixes(MOST_PREFIXES)
                .invoke(all -> {
                    LearntPrefixes read = new LearntPrefixes();
                    all.forEach(one -> read.add(one.prefix(), one.numbers()));
                    prefixes = read;
                })
                .replaceWithVoid();
    }

    private static void tell(Throwable failure) {
        LOG.warnf(
                "What carriers confirmed could not be read or kept: %s",
                failure.getClass().getSimpleName());
    }
}
