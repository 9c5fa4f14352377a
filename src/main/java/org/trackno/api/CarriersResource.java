package org.trackno.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.gateway.CarrierConfiguration;
import org.trackno.gateway.CarrierGateway;
import org.trackno.gateway.CarrierHealth;
import org.trackno.gateway.CarrierQuota;
import org.trackno.sandbox.SandboxNumber;
import org.trackno.sandbox.SandboxProperties;
import org.trackno.support.Json;

/** {@code /v1/carriers}: whom Trackno knows, what it can ask them, how they are doing. */
@Path("/v1/carriers")
@Tag(name = "Carriers")
@NonBlocking
public class CarriersResource {
    private final Catalogue catalogue;
    private final CarrierGateway gateway;
    private final CarrierConfiguration configuration;
    private final Config config;

    CarriersResource(Catalogue catalogue, CarrierGateway gateway, CarrierConfiguration configuration, Config config) {
        this.catalogue = catalogue;
        this.gateway = gateway;
        this.configuration = configuration;
        this.config = config;
    }

    /** Every carrier. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listCarriers", summary = "Every carrier")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CarrierList.class)))
    public Response list() {
        return json(new CarrierList(catalogue.list().stream().map(this::summary).toList()));
    }

    /** One carrier. */
    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(operationId = "getCarrier", summary = "One carrier: capabilities, limits, quota, health")
    @APIResponse(
            responseCode = "200",
            description = "The carrier",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CarrierDetail.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such carrier",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> get(@Parameter(example = "royal-mail") @PathParam("id") String id) {
        return catalogue
                .find(id)
                .map(folder -> gateway.quota(id).map(quota -> json(detail(folder, quota.orElse(null)))))
                .orElseGet(() -> Uni.createFrom()
                        .item(LookUpProblems.unknownCarrier(id, 404).response()));
    }

    private CarrierSummary summary(CarrierFolder folder) {
        Manifest manifest = folder.manifest();
        return new CarrierSummary(
                manifest.id(),
                manifest.name(),
                manifest.countries(),
                manifest.website(),
                manifest.request() != null,
                gateway.isConfigured(manifest.id()));
    }

    private CarrierDetail detail(CarrierFolder folder, @Nullable CarrierQuota quota) {
        Manifest manifest = folder.manifest();
        return new CarrierDetail(
                manifest.id(),
                manifest.name(),
                manifest.countries(),
                manifest.website(),
                manifest.carrierPage(),
                manifest.request() != null,
                gateway.isConfigured(manifest.id()),
                configuration.missing(folder),
                manifest.request() == null ? 0 : manifest.request().batchSize(),
                gateway.limits(manifest.id()).orElse(manifest.limits()),
                quota,
                manifest.verification(),
                gateway.health(manifest.id()).orElse(null),
                SandboxProperties.numbers(config, manifest.id()));
    }

    private static Response json(Object value) {
        return Response.ok(Json.line(value), MediaType.APPLICATION_JSON).build();
    }

    /** The catalogue. */
    public record CarrierList(List<CarrierSummary> carriers) {}

    /**
     * A carrier in a line.
     *
     * @param readable whether Trackno can ask it at all; otherwise its numbers are only recognised
     * @param configured whether it is set up here
     */
    public record CarrierSummary(
            String id, String name, List<String> countries, String website, boolean readable, boolean configured) {}

    /**
     * A carrier in full.
     *
     * @param missingSettings properties to set before it can be asked
     * @param batchSize numbers a call takes; 0 when it cannot be asked
     * @param limits in force here
     * @param quota what all processes have used of them; null when it is not configured
     * @param health null when it is not configured
     * @param sandboxNumbers numbers to try, when it is simulated
     */
    public record CarrierDetail(
            String id,
            String name,
            List<String> countries,
            String website,
            String carrierPage,
            boolean readable,
            boolean configured,
            List<String> missingSettings,
            int batchSize,
            Manifest.Limits limits,
            @Nullable CarrierQuota quota,
            Manifest.@Nullable Verification verification,
            @Nullable CarrierHealth health,
            List<SandboxNumber> sandboxNumbers) {}
}
