package org.trackno.limit;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/** Somebody who asks: an IPv4 address or an IPv6 network, with what is left of its quota. */
final class Caller {
    /** Whom nothing limits. */
    static final Caller EXEMPT = new Caller(0, null, new RecentNumbers(0));

    private final long key;
    private final @Nullable Bucket quota;
    private final RecentNumbers unknown;

    /**
     * Somebody.
     *
     * @param key tells this caller from others
     * @param quota null for no limit
     * @param unknown the numbers asked for that nobody knew
     */
    Caller(long key, @Nullable Bucket quota, RecentNumbers unknown) {
        this.key = key;
        this.quota = quota;
        this.unknown = unknown;
    }

    boolean isExempt() {
        return this == EXEMPT;
    }

    long key() {
        return key;
    }

    @Nullable
    Bucket quota() {
        return quota;
    }

    RecentNumbers unknown() {
        return unknown;
    }
}
