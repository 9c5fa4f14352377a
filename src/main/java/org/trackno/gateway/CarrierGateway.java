package org.trackno.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.gateway.CarrierLine.Shared;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.store.CarrierQuotas;
import org.trackno.support.SystemBeans.Jitter;

/** Asks carriers. Every call to a carrier in this process goes through here. */
@ApplicationScoped
@Startup // a wrong setting stops the start
public class CarrierGateway {
    private final Map<String, CarrierLine> lines;
    private final Clock clock;

    CarrierGateway(
            Catalogue catalogue,
            CarrierConfiguration configuration,
            Authenticators authenticators,
            CarrierHttp http,
            Pauses pauses,
            CarrierQuotas quotas,
            MeterRegistry registry,
            Clock clock,
            Jitter jitter) {
        this.clock = clock;
        this.lines = new HashMap<>();
        Shared shared = new Shared(http, pauses, quotas, clock, jitter);
        for (CarrierFolder folder : catalogue.list()) {
            Authentication scheme = folder.manifest().authentication();
            CarrierSettings settings = configuration.find(folder).orElse(null);
            CarrierAdapter adapter = settings == null ? null : folder.adapter().orElse(null);
            if (scheme != null && settings != null && adapter != null) {
                String id = folder.manifest().id();
                CallMetrics metrics = new CallMetrics(registry, id, clock);
                Authenticator authenticator = authenticators.of(folder, scheme, settings, metrics);
                lines.put(id, new CarrierLine(folder.manifest(), adapter, settings, authenticator, metrics, shared));
            }
        }
    }

    /** Whether the carrier can be asked at all. */
    public boolean isConfigured(String carrierId) {
        return lines.containsKey(carrierId);
    }

    /** How the carrier is doing; empty when it is not configured. */
    public Optional<CarrierHealth> health(String carrierId) {
        return Optional.ofNullable(lines.get(carrierId)).map(CarrierLine::health);
    }

    /** The limits in force, the operator's included; empty when it is not configured. */
    public Optional<Manifest.Limits> limits(String carrierId) {
        return Optional.ofNullable(lines.get(carrierId)).map(CarrierLine::limits);
    }

    /** What all processes have used of the carrier's quota; empty when it is not configured. Never fails. */
    public Uni<Optional<CarrierQuota>> quota(String carrierId) {
        CarrierLine line = lines.get(carrierId);
        return line == null
                ? Uni.createFrom().item(Optional.empty())
                : line.quota().map(Optional::of);
    }

    /**
     * What the carrier says about a number. Never fails: trouble is an outcome.
     *
     * <p>A person's call is not begun any more 3 s after it was asked for, waiting in the queue, for a log-in and for the
     * quota included; background work's after 8 s. What is under way may take up to 8 s in all. The result comes on the Vert.x
     * context that subscribes.
     */
    public Uni<Fetched> fetch(String carrierId, TrackingNumber number, Priority priority) {
        CarrierLine line = lines.get(carrierId);
        if (line == null) {
            Failed failed = new Failed(FailureKind.NOT_CONFIGURED, "no credentials are configured");
            return Uni.createFrom().item(new Fetched(failed, null, clock.instant(), java.time.Duration.ZERO, 0));
        }
        return onContextOf(line.fetch(number, priority));
    }

    /** A call may serve several fetches; each goes on where it was asked for, and never two on one context. */
    private static Uni<Fetched> onContextOf(Uni<Fetched> fetch) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? fetch : fetch.emitOn(work -> context.runOnContext(ignored -> work.run()));
        });
    }
}
