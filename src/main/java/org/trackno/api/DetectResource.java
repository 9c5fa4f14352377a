package org.trackno.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.trackno.number.Candidate;
import org.trackno.number.CheckResult;
import org.trackno.number.InputProblem;
import org.trackno.number.Recognition;
import org.trackno.support.Json;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.Snapshot.CarrierName;

/** {@code /v1/detect}: whose number it may be, without asking anybody. */
@Path("/v1/detect")
@Tag(name = "Recognition")
@NonBlocking
public class DetectResource {
    private final LookUp lookUp;

    DetectResource(LookUp lookUp) {
        this.lookUp = lookUp;
    }

    /** Ranked candidates. */
    @GET
    @Path("/{number}")
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "detect",
            summary = "Whose number it may be",
            description =
                    "Ranked candidates with check digit, score and reasons; none when no carrier has such numbers.")
    @APIResponse(
            responseCode = "200",
            description = "The candidates",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Detection.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not a tracking number at all",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Response detect(
            @Parameter(description = "As printed; spaces and hyphens do not matter", example = "RB417526304GB")
                    @PathParam("number")
                    String number,
            @Parameter(description = "Destination country, ISO 3166-1 alpha-2", example = "US")
                    @QueryParam("destination")
                    @Nullable
                    String destination) {
        Recognition recognition = lookUp.detect(number, destination);
        InputProblem problem = recognition.problem();
        if (problem != null) {
            return ProblemDocument.of("not-a-tracking-number", "Not a tracking number", 400, problem.message())
                    .response();
        }
        return Response.ok(Json.line(Detection.of(recognition)), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    /** What is known of a number without asking anybody. */
    public record Detection(
            String input,
            @Nullable String trackingNumber,
            List<CandidateView> candidates,
            List<ProblemDocument.NearMissView> nearMisses) {
        static Detection of(Recognition recognition) {
            return new Detection(
                    recognition.input(),
                    recognition.trackingNumber() == null
                            ? null
                            : recognition.trackingNumber().value(),
                    recognition.candidates().stream().map(CandidateView::of).toList(),
                    recognition.nearMisses().stream()
                            .map(ProblemDocument.NearMissView::of)
                            .toList());
        }
    }

    /** A carrier whose number it may be. */
    public record CandidateView(
            CarrierName carrier, String format, CheckResult check, double score, List<String> reasons) {
        static CandidateView of(Candidate candidate) {
            return new CandidateView(
                    new CarrierName(
                            candidate.carrier().id(), candidate.carrier().name()),
                    candidate.format(),
                    candidate.check(),
                    candidate.score(),
                    candidate.reasons());
        }
    }
}
