package org.trackno.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Gives out the tokens of one carrier and knows which of them are still good. */
final class TokenIssuer {
    private final String carrierId;
    private final Duration life;
    private final Clock clock;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    TokenIssuer(String carrierId, Duration life, Clock clock) {
        this.carrierId = carrierId;
        this.life = life;
        this.clock = clock;
    }

    String issue() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !now.isBefore(expiry));
        String token = "sandbox-" + carrierId + "-token-" + issued.incrementAndGet();
        expiries.put(token, now.plus(life));
        return token;
    }

    boolean accepts(String token) {
        Instant expiry = expiries.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    Duration life() {
        return life;
    }
}
