package org.trackno.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts parcels answered from memory, in the figures in which Quarkus counts all other requests. Quarkus puts the figure's
 * name together anew for each of them, which takes longer than to find the parcel; here it is known.
 */
@Singleton
class WarmReadFigures {
    /** How Quarkus is told not to count a request: as the configuration has it, and no path can be. */
    private static final String COUNTED = "/{counted}";

    private final MeterRegistry registry;
    private final boolean isTraced;
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

    WarmReadFigures(
            MeterRegistry registry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isTracingDisabled) {
        this.registry = registry;
        this.isTraced = !isTracingDisabled;
    }

    /** Names a request that will be answered here and now; where requests are traced, Quarkus counts this one too. */
    void begin(RoutingContext context) {
        if (isTraced) {
            RouteName.set(context, RouteName.TRACK);
        } else {
            RouteName.count(context, COUNTED);
        }
    }

    /** Counts it, once it was answered. */
    void count(RoutingContext context, int status) {
        HttpRequestMetric metric = isTraced ? null : HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.getSample().stop(timers.computeIfAbsent(status, this::timer));
        }
    }

    private Timer timer(int status) {
        return Timer.builder("http.server.requests")
                .description("HTTP server request processing time")
                .tag("method", "GET")
                .tag("uri", RouteName.TRACK)
                .tag("outcome", Outcome.forStatus(status).name())
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
