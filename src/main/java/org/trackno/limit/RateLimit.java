package org.trackno.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a caller has in a window; all of them come back together at its end, so what the headers say stays
 * true. Header fields after the IETF draft draft-ietf-httpapi-ratelimit-headers.
 */
@Singleton
class RateLimit {
    private static final String POLICY = "\"requests\"";

    private final int requests;
    private final Duration window;
    private final TimeMeter meter;

    RateLimit(LimitConfiguration configuration, Clock clock) {
        this.requests = configuration.requests();
        this.window = configuration.window();
        if (requests < 0 || window.isNegative() || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "trackno.limit.requests is 0 or more, trackno.limit.window 1S or more; not " + requests + " and "
                            + window);
        }
        this.meter = new WallClock(clock);
    }

    /** A fresh quota; null when there is no limit. */
    @Nullable
    Bucket quota() {
        if (requests == 0) {
            return null;
        }
        Bandwidth limit = Bandwidth.builder()
                .capacity(requests)
                .refillIntervally(requests, window)
                .build();
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(meter).build();
    }

    /** Takes some requests out of a quota, never more than a window has. */
    Standing take(Bucket quota, int count) {
        ConsumptionProbe probe = quota.tryConsumeAndReturnRemaining(Math.max(1, Math.min(count, requests)));
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Standing(probe.isConsumed(), probe.getRemainingTokens(), seconds(nanos));
    }

    /** The field {@code RateLimit-Policy}. */
    String policy() {
        return POLICY + ";q=" + requests + ";w=" + window.toSeconds();
    }

    /** In a sentence. */
    String inWords() {
        return requests + " in " + window.toSeconds() + " s";
    }

    /**
     * How a caller stands.
     *
     * @param isAdmitted whether the request may pass
     * @param left requests left
     * @param resetSeconds until all come back
     */
    record Standing(boolean isAdmitted, long left, long resetSeconds) {
        /** The field {@code RateLimit}. */
        String field() {
            return POLICY + ";r=" + left + ";t=" + resetSeconds;
        }
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    /** The application's clock, as Bucket4j wants it. */
    private record WallClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
