package org.trackno.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.trackno.carrier.Catalogue;
import org.trackno.model.TrackingNumber;
import org.trackno.store.CarrierPauses;
import org.trackno.store.CarrierQuotas;
import org.trackno.support.SystemBeans.Jitter;

/** A gateway as one process has it: its memory is its own, the database is not. */
final class OneProcess implements AutoCloseable {
    private static final Duration PLENTY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 4;

    final CarrierGateway gateway;
    final MeterRegistry registry = new SimpleMeterRegistry();
    private final CarrierHttp http;

    OneProcess(Vertx vertx, CarrierQuotas quotas, CarrierPauses pauses, Clock clock, Map<String, String> settings) {
        http = new CarrierHttp(vertx, clock);
        gateway = new CarrierGateway(
                Catalogue.bundled(),
                new CarrierConfiguration(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()),
                new Authenticators(http, clock),
                http,
                new Pauses(pauses, clock),
                quotas,
                registry,
                clock,
                new Jitter(() -> 0));
    }

    Fetched fetch(String carrier, String number, Priority priority) {
        return gateway.fetch(carrier, new TrackingNumber(number), priority)
                .await()
                .atMost(PLENTY);
    }

    /** As many fetches, some of them at once. */
    Uni<List<Fetched>> fetchMany(String carrier, String prefix, int many, Priority priority) {
        return Multi.createFrom()
                .range(0, many)
                .onItem()
                .transformToUni(
                        i -> gateway.fetch(carrier, new TrackingNumber("%s%05d".formatted(prefix, i)), priority))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    CarrierQuota quota(String carrier) {
        return gateway.quota(carrier).await().atMost(PLENTY).orElseThrow();
    }

    @Override
    public void close() {
        http.close();
    }
}
