package org.trackno.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is measured about one carrier; names and meanings are in docs/operations.md. */
final class CallMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final String carrierId;
    private final Clock clock;
    private final Counter retries;

    CallMetrics(MeterRegistry registry, String carrierId, Clock clock) {
        this.registry = registry;
        this.carrierId = carrierId;
        this.clock = clock;
        this.retries = Counter.builder("trackno.carrier.retries")
                .description("Calls that were made again because the one before failed")
                .tag("carrier", carrierId)
                .register(registry);
    }

    /** One HTTP call about parcels ended. */
    void called(String outcome, Duration took) {
        Timer.builder("trackno.carrier.calls")
                .description("HTTP calls to a carrier about parcels")
                .tags("carrier", carrierId, "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** A log-in ended. */
    void loggedIn(String outcome, Duration took) {
        Timer.builder("trackno.carrier.logins")
                .description("Log-ins at a carrier")
                .tags("carrier", carrierId, "outcome", outcome)
                .register(registry)
                .record(took);
    }

    /** A call is made again. */
    void retried() {
        retries.increment();
    }

    /** Shows how this carrier does and how its guards stand. */
    void show(HealthLog log, CarrierGuard guard, CallQueue queue, CallQuota quota) {
        gauge(
                "refused",
                "1 the carrier refused our credentials and has not answered since, else 0",
                () -> log.isRefused() ? 1 : 0);
        gauge(
                "breaker",
                "0 calls get through, 1 one call is tried, 2 the carrier is left alone",
                () -> switch (guard.breaker()) {
                    case OPEN, FORCED_OPEN -> 2;
                    case HALF_OPEN -> 1;
                    default -> 0;
                });
        gauge("inflight", "Calls under way, their tries and waiting for a slot included", queue::underWay);
        gauge("queued", "Numbers that wait for a call", queue::queued);
        CarrierQuota known = quota.known();
        if (known.second() != null) {
            showWindow("second", () -> quota.recent().second());
        }
        if (known.day() != null) {
            showWindow("day", () -> quota.recent().day());
        }
    }

    private void showWindow(String name, Supplier<CarrierQuota.@Nullable Window> window) {
        gauge("quota.used", "Calls used of the quota, by all processes", of(window, w -> w.used()), "window", name);
        gauge("quota.left", "Calls that are left of the quota", of(window, w -> w.left()), "window", name);
        gauge("quota.limit", "Calls the quota allows", of(window, w -> w.limit()), "window", name);
        gauge(
                "quota.reset.seconds",
                "Seconds until there is room in the quota again",
                of(window, w -> Duration.between(clock.instant(), w.resetsAt()).toMillis() / 1000.0),
                "window",
                name);
    }

    private static Supplier<Number> of(
            Supplier<CarrierQuota.@Nullable Window> source, Function<CarrierQuota.Window, Number> value) {
        return () -> {
            CarrierQuota.Window window = source.get();
            return window == null ? Double.NaN : value.apply(window);
        };
    }

    private void gauge(String name, String description, Supplier<Number> source, String... tags) {
        Gauge.builder("trackno.carrier." + name, source)
                .description(description)
                .tags(Tags.of("carrier", carrierId).and(tags))
                .register(registry);
    }
}
