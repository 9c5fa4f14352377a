package org.trackno.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Notices when many callers walk through numbers at once, which no limit of one caller stops: a harvest from many addresses.
 * Tells how many did so lately as {@code trackno.callers.walking}, and warns in the log when they are too many.
 */
@Singleton
class WalkingAlarm {
    /** How long a caller that walked is counted, and how often at most is warned. */
    static final Duration LATELY = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(WalkingAlarm.class);

    private final int most;
    private final Clock clock;
    private final Cache<Long, Boolean> walkers;
    private final AtomicLong silentUntil = new AtomicLong(Long.MIN_VALUE);

    WalkingAlarm(LimitConfiguration configuration, MeterRegistry registry, Clock clock) {
        this.most = configuration.walkingCallers();
        if (most < 0) {
            throw new IllegalArgumentException("trackno.limit.walking-callers is 0 or more, not " + most);
        }
        this.clock = clock;
        this.walkers = Caffeine.newBuilder()
                .maximumSize(configuration.callers())
                .expireAfterWrite(LATELY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        Gauge.builder("trackno.callers.walking", this, WalkingAlarm::walking)
                .description("Callers that walked through numbers within the last 5 minutes")
                .register(registry);
    }

    /** A caller walks. */
    void note(Caller caller) {
        walkers.put(caller.key(), Boolean.TRUE);
        int walking = walking();
        if (most > 0 && walking >= most && mayWarn()) {
            LOG.warnf(
                    "%d callers walked through numbers within %d minutes: somebody may be harvesting parcels from many"
                            + " addresses. See docs/operations.md.",
                    walking, LATELY.toMinutes());
        }
    }

    private int walking() {
        walkers.cleanUp();
        return (int) walkers.estimatedSize();
    }

    private boolean mayWarn() {
        long now = clock.millis();
        long silent = silentUntil.get();
        return now >= silent && silentUntil.compareAndSet(silent, now + LATELY.toMillis());
    }
}
