package org.trackno.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.trackno.number.InputProblem;
import org.trackno.number.NumbersInText;
import org.trackno.number.Recognition;
import org.trackno.support.Json;
import org.trackno.tracking.LookUp;

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
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DetectionView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not a tracking number at all, or an unknown carrier in carriers",
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
                    String destination,
            @Parameter(description = "Origin country, ISO 3166-1 alpha-2", example = "CN")
                    @QueryParam("origin")
                    @Nullable
                    String origin,
            @Parameter(
                            description = "Ids of the carriers that the parcels usually go with, separated by commas",
                            example = "dhl,ups")
                    @QueryParam("carriers")
                    @Nullable
                    String carriers) {
        UsualCarriers.Parsed usual = UsualCarriers.parse(carriers, lookUp);
        if (usual.problem() != null) {
            return usual.problem().response();
        }
        Recognition recognition = lookUp.detect(number, destination, origin, usual.ids());
        InputProblem problem = recognition.problem();
        if (problem != null) {
            return ProblemDocument.of("not-a-tracking-number", "Not a tracking number", 400, problem.message())
                    .response();
        }
        return Response.ok(
                        Json.line(DetectionView.of(recognition, lookUp.repairs(recognition))),
                        MediaType.APPLICATION_JSON)
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    /** The tracking numbers in a text. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "detectInText",
            summary = "The tracking numbers in a text, such as an e-mail",
            description =
                    "STRICT finds what a check digit or a link to the carrier's page proves, EAGER all that is likely.")
    @APIResponse(
            responseCode = "200",
            description = "The numbers in the order of the text, each once",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Finds.class)))
    @APIResponse(
            responseCode = "default",
            description = "The body cannot be used",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Response detectInText(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = DetectBody.class)))
                    byte[] body) {
        DetectBody.Parsed parsed = DetectBody.parse(body);
        DetectBody asked = parsed.body();
        if (asked == null) {
            return parsed.refusal().response();
        }
        UsualCarriers.Parsed usual = UsualCarriers.parse(asked.carriers(), lookUp);
        if (usual.problem() != null) {
            return usual.problem().response();
        }
        List<FindView> finds = lookUp
                .detectInText(asked.text(), asked.modeOrStrict(), asked.destination(), asked.origin(), usual.ids())
                .stream()
                .map(FindView::of)
                .toList();
        return Response.ok(Json.line(new Finds(finds)), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The numbers of a text. */
    record Finds(List<FindView> finds) {}

    /**
     * A number in a text.
     *
     * @param start its first character, counted from 0
     * @param end the character after its last
     */
    record FindView(int start, int end, DetectionView detection) {
        static FindView of(NumbersInText.Find find) {
            return new FindView(find.start(), find.end(), DetectionView.of(find.recognition(), List.of()));
        }
    }
}
