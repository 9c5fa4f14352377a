package org.trackno.tracking;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trackno.model.Carrier;

/** Counts look-ups by where their answer came from, and the stale ones among them. */
@Singleton
class LookUpMetrics {
    private final MeterRegistry registry;
    private final Map<Served, Map<String, Counter>> served = new EnumMap<>(Served.class);

    LookUpMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Served from : Served.values()) {
            served.put(from, new ConcurrentHashMap<>());
        }
    }

    /** Where an answer came from. */
    enum Served {
        /** This process knew it. */
        MEMORY,
        /** It was read from the snapshot row. */
        STORE,
        /** The carrier was asked, and knew it. */
        CARRIER,
        /** Nobody knew it, or nobody could be asked. */
        NONE
    }

    /** Counts a look-up. */
    void count(Carrier carrier, Served from) {
        requireNonNull(served.get(from))
                .computeIfAbsent(carrier.id(), id -> lookUps(id, from))
                .increment();
    }

    /**
     * Counts a parcel that was served although its time was over.
     *
     * @param parcel with the reason: the failure of the last try, or none yet because it is asked again right now
     */
    void countStale(KnownParcel parcel) {
        registry.counter(
                        "trackno.lookups.stale",
                        "carrier",
                        parcel.key().carrier().id(),
                        "reason",
                        parcel.failure() == null
                                ? "revalidating"
                                : parcel.failure().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private Counter lookUps(String carrierId, Served from) {
        return Counter.builder("trackno.lookups")
                .description("Look-ups by where their answer came from")
                .tag("carrier", carrierId)
                .tag("served", from.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
