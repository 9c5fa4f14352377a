package org.trackno.support;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CaffeineCache;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Values in a cache of quarkus-cache, used as a plain store: nothing is loaded, and another value of a key takes the place of
 * the one before without the cache's knowledge.
 *
 * <p>If it were put into the cache anew, Caffeine would tell of the replaced one, of which nobody wants to hear, by two tasks of
 * {@link CompletableFuture}. Where the common pool has one thread only, as on a machine with two processors, Java 17 starts a
 * thread for each of those tasks: two a cold parcel. To the cache a key is as old as its first value.
 *
 * @param <K> what a value is found by
 * @param <V> what is kept
 */
public final class KeptValues<K, V> {
    private final CaffeineCache cache;

    /** Where the values of one key follow each other. */
    private static final class Place<V> {
        private volatile V value;

        Place(V value) {
            this.value = value;
        }

        synchronized void set(V next) {
            value = next;
        }

        synchronized boolean replace(V expected, V next) {
            boolean unchanged = value == expected;
            if (unchanged) {
                value = next;
            }
            return unchanged;
        }
    }

    /** The values of a cache that nobody else puts anything into. */
    public KeptValues(Cache cache) {
        this.cache = cache.as(CaffeineCache.class);
    }

    /** At most so many are kept from now on. */
    public void bound(long most) {
        cache.setMaximumSize(most);
    }

    /** The value of a key, if it is kept. */
    public Optional<V> find(K key) {
        Place<V> place = place(key);
        return place == null ? Optional.empty() : Optional.of(place.value);
    }

    /** Keeps a value. It may be lost when the key is dropped, or put out by the cache, in the same moment. */
    public void put(K key, V value) {
        Place<V> place = place(key);
        if (place == null) {
            cache.put(key, CompletableFuture.completedFuture(new Place<>(value)));
        } else {
            place.set(value);
        }
    }

    /** Keeps a value in the place of this very one; says whether that was still there. */
    public boolean replace(K key, V expected, V value) {
        Place<V> place = place(key);
        return place != null && place.replace(expected, value);
    }

    /** Forgets the value of a key. */
    public void drop(K key) {
        cache.invalidate(key).subscribe().with(ignored -> {});
    }

    /** Forgets everything. */
    public void dropAll() {
        cache.invalidateAll().subscribe().with(ignored -> {});
    }

    private @Nullable Place<V> place(K key) {
        CompletableFuture<Place<V>> held = cache.getIfPresent(key);
        return held == null ? null : held.getNow(null);
    }
}
