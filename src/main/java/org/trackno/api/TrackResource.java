package org.trackno.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.trackno.api.Tracker.Question;
import org.trackno.api.Tracker.Reply;
import org.trackno.limit.CallerLimits;
import org.trackno.support.Json;
import org.trackno.tracking.ColdWork;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.PreparedAnswer;
import org.trackno.tracking.Snapshot;

/** {@code /v1/track}: where parcels are. */
@Path("/v1/track")
@Tag(name = "Tracking")
@NonBlocking
public class TrackResource {
    /** Only for those who ask for it by name: anything else prefers plain JSON. */
    private static final String NDJSON = "application/x-ndjson";

    private final Tracker tracker;
    private final LookUp lookUp;
    private final SnapshotResponses responses;
    private final CallerLimits limits;
    private final ColdWork coldWork;

    TrackResource(Tracker tracker, LookUp lookUp, SnapshotResponses responses, CallerLimits limits, ColdWork coldWork) {
        this.tracker = tracker;
        this.lookUp = lookUp;
        this.limits = limits;
        this.coldWork = coldWork;
        this.responses = responses;
    }

    /** One parcel. */
    @GET
    @Path("/{number}")
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "track",
            summary = "Where one parcel is",
            description =
                    "Recognises the carrier unless it is named. A number alone shows stage, dates and towns of scans;"
                            + " the destination postcode shows everything, at most 5 wrong ones a parcel and day.")
    @APIResponse(
            responseCode = "200",
            description = "The snapshot",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Snapshot.class),
                            examples = @ExampleObject(name = "out for delivery", value = Examples.SNAPSHOT)))
    @APIResponse(responseCode = "304", description = "Not changed since the given ETag")
    @APIResponse(
            responseCode = "default",
            description = "Why there is no snapshot",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class),
                            examples = @ExampleObject(name = "not found", value = Examples.NOT_FOUND)))
    public Uni<Response> track(
            @Parameter(description = "As printed; spaces and hyphens do not matter", example = "RB417526304GB")
                    @PathParam("number")
                    String number,
            @Parameter(description = "Carrier id, where the number leaves doubt", example = "royal-mail")
                    @QueryParam("carrier")
                    @Nullable
                    String carrier,
            @Parameter(description = "Destination country, ISO 3166-1 alpha-2", example = "US")
                    @QueryParam("destination")
                    @Nullable
                    String destination,
            @Parameter(
                            description = "Ids of the carriers that the parcels usually go with, separated by commas",
                            example = "dhl,ups")
                    @QueryParam("carriers")
                    @Nullable
                    String carriers,
            @Parameter(description = "Destination postcode, as proof of entitlement", example = "10001")
                    @QueryParam("postcode")
                    @Nullable
                    String postcode,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServerRequest request) {
        UsualCarriers.Parsed usual = UsualCarriers.parse(carriers, lookUp);
        if (usual.problem() != null) {
            return Uni.createFrom().item(usual.problem().response());
        }
        return tracker.track(new Question(number, carrier, destination, usual.ids(), postcode))
                .map(reply -> {
                    ProblemDocument problem = reply.problem();
                    if (problem != null) {
                        noteUnknown(request, number, problem);
                        return problem.response();
                    }
                    return responses.of(reply.found().orElseThrow(), reply.audience(), ifNoneMatch);
                });
    }

    /** Up to 100 parcels, each with an outcome of its own. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "trackMany",
            summary = "Where up to 100 parcels are",
            description =
                    "An outcome for each number, in order. With Accept: application/x-ndjson they are streamed as they"
                            + " come, one a line.")
    @APIResponse(
            responseCode = "200",
            description = "An outcome each",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outcomes.class)))
    @APIResponse(
            responseCode = "default",
            description = "The body cannot be used",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> trackMany(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TrackBody.class)))
                    byte[] body,
            @Context HttpServerRequest request) {
        TrackBody.Parsed parsed = TrackBody.parse(body, lookUp);
        ProblemDocument problem = problem(request, parsed);
        if (problem != null) {
            return Uni.createFrom().item(problem.response());
        }
        List<Uni<Outcome>> asked = parsed.questions().stream()
                .map(question -> outcome(request, question))
                .toList();
        return Uni.join().all(asked).andFailFast().map(outcomes -> Response.ok(
                        Json.line(new Outcomes(outcomes)), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build());
    }

    /** The same as a stream, in the order in which the outcomes come. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(NDJSON + ";qs=0.1")
    @Operation(hidden = true)
    public RestMulti<Outcome> stream(byte[] body, @Context HttpServerRequest request) {
        TrackBody.Parsed parsed = TrackBody.parse(body, lookUp);
        ProblemDocument problem = problem(request, parsed);
        if (problem != null) {
            throw new ProblemException(problem);
        }
        Multi<Outcome> outcomes = Multi.createFrom()
                .iterable(parsed.questions())
                .onItem()
                .transformToUni(question -> outcome(request, question))
                .merge(TrackBody.MOST_NUMBERS);
        return RestMulti.fromMultiData(outcomes)
                .header("Content-Type", NDJSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Why the body as a whole is not answered. Its first number was counted with the request. */
    private @Nullable ProblemDocument problem(HttpServerRequest request, TrackBody.Parsed parsed) {
        if (parsed.problem() != null) {
            return parsed.problem();
        }
        if (coldWork.isFull()) {
            return tracker.overloaded();
        }
        int more = parsed.questions().size() - 1;
        return more == 0
                ? null
                : limits.take(request, more).map(ProblemDocument::of).orElse(null);
    }

    private Uni<Outcome> outcome(HttpServerRequest request, Question question) {
        return limits.refuse(request, question.input())
                .map(refused -> Uni.createFrom().item(Reply.of(ProblemDocument.of(refused))))
                .orElseGet(() -> tracker.track(question))
                .map(reply -> outcome(request, question, reply));
    }

    private void noteUnknown(HttpServerRequest request, String number, ProblemDocument problem) {
        if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
            limits.noteUnknown(request, number);
        }
    }

    private Outcome outcome(HttpServerRequest request, Question question, Reply reply) {
        ProblemDocument problem = reply.problem();
        if (problem != null) {
            noteUnknown(request, question.input(), problem);
            boolean unknown = problem.type().equals("/problems/parcel-not-found");
            return new Outcome(question.input(), unknown ? Outcome.Kind.NOT_FOUND : Outcome.Kind.FAILED, null, problem);
        }
        PreparedAnswer snapshot = responses.answer(reply.found().orElseThrow(), reply.audience());
        return new Outcome(question.input(), Outcome.Kind.FOUND, snapshot.body().toString(), null);
    }

    /** What came of each number. */
    public record Outcomes(List<Outcome> outcomes) {}

    /**
     * What came of one number.
     *
     * @param input as it was sent
     * @param outcome in a word
     * @param snapshot when found, as prepared JSON
     * @param problem when not
     */
    public record Outcome(
            String input,
            Kind outcome,
            @JsonRawValue @Schema(implementation = Snapshot.class) @Nullable String snapshot,
            @Nullable ProblemDocument problem) {
        /** An outcome in a word. */
        public enum Kind {
            FOUND,
            NOT_FOUND,
            FAILED
        }
    }
}
