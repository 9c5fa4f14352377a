package org.trackno.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.micrometer.runtime.binder.HttpBinderConfiguration;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trackno.support.RouteName;

/**
 * Counts parcels answered from memory, in the figure in which Quarkus counts all other requests. Quarkus puts the figure's
 * name and tags together anew for each of them, which takes longer than to find the parcel; here they are known. Where
 * requests are traced, figures name traces as examples, and where an operator has patterns of paths: Quarkus counts all.
 */
@Singleton
class WarmReadFigures {
    /** How Quarkus is told not to count a request, as the configuration has it ({@code ignore-patterns}). */
    private static final String COUNTED = "/{counted}";

    private final MeterRegistry registry;
    private final boolean isLeftToQuarkus;
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

    WarmReadFigures(
            MeterRegistry registry,
            HttpBinderConfiguration patterns,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isTracingOff) {
        boolean isIgnored = patterns.getServerIgnorePatterns().stream()
                .anyMatch(pattern -> pattern.matcher(COUNTED).matches());
        this.registry = registry;
        this.isLeftToQuarkus = !isTracingOff
                || !isIgnored
                || !patterns.getServerMatchPatterns().isEmpty();
    }

    /** Counts a request right before it is answered, which happens at once; the time it takes to write is not in the figure. */
    void count(RoutingContext context, int status) {
        if (isLeftToQuarkus) {
            RouteName.set(context, RouteName.TRACK);
            return;
        }
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(COUNTED);
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
