package org.trackno.tracking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds the look-ups under way that memory cannot answer, in all and for one carrier. What has no place is refused at once
 * instead of making everybody wait; what memory answers needs none. Readers who share a look-up take one place together.
 */
@Singleton
public class ColdWork {
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, AtomicInteger> byCarrier = new ConcurrentHashMap<>();

    /** There are too many look-ups under way for one more. */
    public static final class OverloadedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverloadedException() {
            super("too many look-ups are under way", null, false, false);
        }
    }

    ColdWork(OverloadConfiguration configuration, MeterRegistry registry) {
        this.most = configuration.lookUps();
        if (most < 2) {
            throw new IllegalArgumentException("trackno.overload.look-ups is 2 or more, not " + most);
        }
        Gauge.builder("trackno.lookups.inflight", underWay, AtomicInteger::get)
                .description("Look-ups under way that memory cannot answer")
                .register(registry);
    }

    /** The work, begun when subscribed and there is a place for it; else fails with {@link OverloadedException}. */
    <T> Uni<T> admit(String carrierId, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            AtomicInteger ofCarrier = byCarrier.computeIfAbsent(carrierId, id -> new AtomicInteger());
            if (!enter(ofCarrier)) {
                return Uni.createFrom().failure(new OverloadedException());
            }
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> {
                ofCarrier.decrementAndGet();
                underWay.decrementAndGet();
            });
        });
    }

    /** Whether there is no place at all. */
    public boolean isFull() {
        return underWay.get() >= most;
    }

    /** Whether work that nobody waits for should be left for later. */
    boolean isBusy() {
        return underWay.get() >= most / 2;
    }

    /** One carrier has half of all places: when it hangs, the others go on. */
    private boolean enter(AtomicInteger ofCarrier) {
        if (underWay.incrementAndGet() <= most) {
            if (ofCarrier.incrementAndGet() <= (most + 1) / 2) {
                return true;
            }
            ofCarrier.decrementAndGet();
        }
        underWay.decrementAndGet();
        return false;
    }
}
