package org.trackno.testkit;

import io.quarkus.cache.CaffeineCache;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;

/** Caches as Quarkus makes them of the settings, for tests without it. */
public final class Caches {
    private Caches() {}

    /** One that is bounded in number, without figures. */
    public static CaffeineCache bounded(long most) {
        CaffeineCacheInfo info = new CaffeineCacheInfo();
        info.name = "test";
        info.maximumSize = most;
        return new CaffeineCacheImpl(info, false);
    }

    /** How many keys one holds once it has put out what is beyond its bound, which it does when it likes. */
    public static int settledSize(CaffeineCache cache) {
        cache.setMaximumSize(
                ((CaffeineCacheImpl) cache).getCacheInfo().maximumSize); // the same: Caffeine cleans up then
        return cache.keySet().size();
    }
}
