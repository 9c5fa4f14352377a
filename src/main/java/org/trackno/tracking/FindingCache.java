package org.trackno.tracking;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The findings of this process, bounded in number. Used as a plain store: loading, freshness and single flight are decided
 * elsewhere, because a loading cache would let one caller who leaves fail all who wait.
 */
@ApplicationScoped
class FindingCache {
    private final CaffeineCache cache;
    private final Clock clock;

    FindingCache(@CacheName("findings") Cache cache, Clock clock) {
        this.cache = cache.as(CaffeineCache.class);
        this.clock = clock;
    }

    /** The finding, if it is remembered. What was missing or in trouble is forgotten after its time. */
    Optional<Finding> find(ParcelKey key) {
        CompletableFuture<Finding> held = cache.getIfPresent(key);
        Finding finding = held == null ? null : held.getNow(null);
        return finding == null || isForgotten(finding) ? Optional.empty() : Optional.of(finding);
    }

    void put(ParcelKey key, Finding finding) {
        cache.put(key, CompletableFuture.completedFuture(finding));
    }

    private boolean isForgotten(Finding finding) {
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
