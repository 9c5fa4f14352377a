package org.trackno.tracking;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.store.ParcelNotices;
import org.trackno.support.KeptValues;

/**
 * The findings of this process, with their prepared answers, bounded in number. Used as a plain store: loading, freshness and
 * single flight are decided elsewhere, because a loading cache would let one caller who leaves fail all who wait. What other
 * processes write is dropped when they say so; while they cannot be heard, what is kept wants to be read again.
 */
@Singleton
@Startup // a wrong setting stops the start
class FindingCache {
    private static final Logger LOG = Logger.getLogger(FindingCache.class);
    /** Room for a parcel of some twenty events with its answers, measured on heap dumps, and then some. */
    private static final long BYTES_A_PARCEL = 24 * 1024;
    /** So old at most is what other processes may have changed unheard. */
    private static final Duration UNHEARD = Duration.ofSeconds(1);

    private static final int STRIPES = 4096;

    private final KeptValues<ParcelKey, Entry> entries;
    /** How often there was news about the parcels of a stripe. */
    private final AtomicLongArray news = new AtomicLongArray(STRIPES);

    private final ParcelNotices notices;
    private final Clock clock;

    /** A finding, and when it was last compared with the store. */
    private record Entry(Finding finding, Instant readAt) {}

    FindingCache(
            @CacheName("findings") Cache cache, CacheConfiguration configuration, ParcelNotices notices, Clock clock) {
        this.entries = new KeptValues<>(cache);
        this.notices = notices;
        this.clock = clock;
        entries.bound(bound(configuration));
    }

    private static long bound(CacheConfiguration configuration) {
        int most = configuration.maxParcels().orElse(0);
        if (configuration.maxParcels().isPresent() && most < 1) {
            throw new IllegalArgumentException("trackno.cache.max-parcels is 1 or more, not " + most);
        }
        long bound = most > 0 ? most : Runtime.getRuntime().maxMemory() / 4 / BYTES_A_PARCEL;
        LOG.debugf("At most %d parcels are kept in memory", bound);
        return bound;
    }

    /**
     * The finding, if it is remembered. What was missing or in trouble is forgotten after its time; that a parcel is unseen, for
     * as long as it cannot be heard when another process stores it.
     */
    Optional<Finding> find(ParcelKey key) {
        return entries.find(key).map(Entry::finding).filter(finding -> !isForgotten(finding));
    }

    /**
     * Whether a finding should be compared with the store, because another process may have changed it without our hearing.
     * Says so to one caller a second.
     */
    boolean wantsReading(ParcelKey key) {
        if (notices.isConnected()) {
            return false;
        }
        Instant now = clock.instant();
        return entries.find(key)
                .filter(entry -> !now.isBefore(entry.readAt().plus(UNHEARD)))
                .filter(entry -> entries.replace(key, entry, new Entry(entry.finding(), now)))
                .isPresent();
    }

    /** Keeps what a fetch brought. */
    void put(ParcelKey key, Finding finding) {
        news.incrementAndGet(stripe(key));
        keep(key, finding);
    }

    /** A mark to be taken before the store is read: see {@link #putRead}. */
    long mark(ParcelKey key) {
        return news.get(stripe(key));
    }

    /** Keeps what was read from the store, unless there was news since the mark: then it may be older than that. */
    void putRead(ParcelKey key, Finding finding, long mark) {
        if (mark(key) != mark) {
            return;
        }
        keep(key, finding);
        if (mark(key) != mark) {
            entries.drop(key);
        }
    }

    /** Forgets what another process changed. */
    void forget(ParcelKey key) {
        news.incrementAndGet(stripe(key));
        entries.drop(key);
    }

    /** Forgets everything: any of it may have changed. */
    void forgetAll() {
        for (int i = 0; i < STRIPES; i++) {
            news.incrementAndGet(i);
        }
        entries.dropAll();
    }

    private void keep(ParcelKey key, Finding finding) {
        entries.put(key, new Entry(finding, clock.instant()));
    }

    private static int stripe(ParcelKey key) {
        return Math.floorMod(key.hashCode(), STRIPES);
    }

    private boolean isForgotten(Finding finding) {
        if (finding instanceof Finding.Unseen) {
            return !notices.isConnected();
        }
        Instant until = rememberedUntil(finding);
        return until != null && !clock.instant().isBefore(until);
    }

    private static @Nullable Instant rememberedUntil(Finding finding) {
        if (finding instanceof Finding.Missing missing) {
            return missing.rememberedUntil();
        }
        if (finding instanceof Finding.Troubled troubled) {
            Instant until = troubled.rememberedUntil();
            return until == null ? Instant.MIN : until;
        }
        return null;
    }
}
