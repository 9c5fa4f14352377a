package org.trackno.telemetry;

import io.prometheus.client.exemplars.ExemplarSampler;
import io.quarkus.micrometer.runtime.export.exemplars.OpentelemetryExemplarSamplerProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Figures name a trace as an example while traces are switched on. Otherwise nobody looks for one: that would be a search of
 * the context and a look at the clock for each figure of each request.
 */
@Dependent
class Exemplars {
    @Produces
    @Alternative
    @Priority(1)
    Optional<ExemplarSampler> sampler(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isTracingOff) {
        return isTracingOff ? Optional.empty() : new OpentelemetryExemplarSamplerProvider().exemplarSampler();
    }
}
