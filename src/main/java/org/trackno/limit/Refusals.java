package org.trackno.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what was refused for the sake of all: {@code trackno.http.refused}. */
@Singleton
public class Refusals {
    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    /** Why something was refused. */
    public enum Reason {
        /** The caller asks too much. */
        RATE,
        /** The caller walks through numbers. */
        WALKING,
        /** All callers together ask too much. */
        OVERLOAD
    }

    Refusals(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            Counter counter = Counter.builder("trackno.http.refused")
                    .description("Requests, or numbers of a request, that were refused")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(registry);
            counters.put(reason, counter);
        }
    }

    /** One more. */
    public void count(Reason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
