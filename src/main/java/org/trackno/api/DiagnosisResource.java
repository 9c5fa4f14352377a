package org.trackno.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Json;
import org.trackno.tracking.Diagnoser;
import org.trackno.tracking.Diagnosis;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;

/** {@code /v1/track/{number}/diagnosis}: why a parcel is, or is not, updating. */
@Path("/v1/track/{number}/diagnosis")
@Tag(name = "Tracking")
@NonBlocking
public class DiagnosisResource {
    private final LookUp lookUp;
    private final Diagnoser diagnoser;
    private final Tracker tracker;

    DiagnosisResource(LookUp lookUp, Diagnoser diagnoser, Tracker tracker) {
        this.lookUp = lookUp;
        this.tracker = tracker;
        this.diagnoser = diagnoser;
    }

    /** One cause, the last calls, the next try, and a sentence each for shopper and agent. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(operationId = "diagnose", summary = "Why a parcel is, or is not, updating")
    @APIResponse(
            responseCode = "200",
            description = "The diagnosis",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Diagnosis.class)))
    @APIResponse(
            responseCode = "default",
            description = "The number led to no carrier",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> diagnose(
            @Parameter(example = "RB417526304GB") @PathParam("number") String number,
            @Parameter(example = "royal-mail") @QueryParam("carrier") @Nullable String carrier) {
        return lookUp.track(number, carrier, null)
                .flatMap(this::answer)
                .onFailure()
                .recoverWithItem(failure -> tracker.problem(failure).response());
    }

    private Uni<Response> answer(LookUpResult result) {
        return diagnoser.diagnose(result).map(diagnosis -> diagnosis
                .map(found -> Response.ok(Json.line(found), MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> new LookUpProblems(lookUp).of(result).response()));
    }
}
