package org.trackno.gateway;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Failed;
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
            CarrierHttp http,
            Authenticators authenticators,
            Clock clock,
            Jitter jitter) {
        this.clock = clock;
        this.lines = new HashMap<>();
        for (CarrierFolder folder : catalogue.list()) {
            Authentication scheme = folder.manifest().authentication();
            CarrierSettings settings = configuration.find(folder).orElse(null);
            CarrierAdapter adapter = settings == null ? null : folder.adapter().orElse(null);
            if (scheme != null && settings != null && adapter != null) {
                Authenticator authenticator = authenticators.of(folder, scheme, settings);
                lines.put(
                        folder.manifest().id(),
                        new CarrierLine(folder.manifest(), adapter, settings, authenticator, http, clock, jitter));
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

    /** What the carrier says about a number. Never fails: trouble is an outcome. */
    public Uni<Fetched> fetch(String carrierId, TrackingNumber number) {
        CarrierLine line = lines.get(carrierId);
        if (line == null) {
            Failed failed = new Failed(FailureKind.NOT_CONFIGURED, "no credentials are configured");
            return Uni.createFrom().item(new Fetched(failed, null, clock.instant(), java.time.Duration.ZERO, 0));
        }
        return line.fetch(number);
    }
}
