package org.trackno.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.CallerLimits;
import org.trackno.support.Json;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.ParcelWatch;
import org.trackno.tracking.ParcelWatch.Look;
import org.trackno.tracking.PreparedAnswer;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;

/** {@code /v1/track/{number}/stream}: a parcel, and every change of it, as server-sent events. */
@Path("/v1/track/{number}/stream")
@Tag(name = "Tracking")
@NonBlocking
public class StreamResource {
    /** Clients come back by themselves; so that none is kept for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ParcelWatch watch;
    private final LookUp lookUp;
    private final PrivacyConfiguration privacy;
    private final SnapshotResponses responses;
    private final CallerLimits limits;

    StreamResource(
            ParcelWatch watch,
            LookUp lookUp,
            PrivacyConfiguration privacy,
            SnapshotResponses responses,
            CallerLimits limits) {
        this.watch = watch;
        this.lookUp = lookUp;
        this.privacy = privacy;
        this.responses = responses;
        this.limits = limits;
    }

    /** The snapshot as a number alone shows it, then every change. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "follow",
            summary = "One parcel, then every change of it",
            description = "Events 'snapshot' with a snapshot and, while there is no parcel, 'problem' with a problem"
                    + " document; comments in between keep the connection. Ends after 30 minutes: connect again.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = Snapshot.class)))
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "As printed; spaces and hyphens do not matter", example = "RB417526304GB")
                    @PathParam("number")
                    String number,
            @Parameter(description = "Carrier id, where the number leaves doubt", example = "royal-mail")
                    @QueryParam("carrier")
                    @Nullable
                    String carrier,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        String named = carrier == null || carrier.isBlank() ? null : carrier.strip();
        return watch.of(number, named)
                .invoke(look -> noteUnknown(request, number, look))
                .map(look -> look.changed()
                        ? event(look.result(), sse)
                        : sse.newEventBuilder().comment("").build())
                .select()
                .first(LONGEST);
    }

    private void noteUnknown(HttpServerRequest request, String number, Look look) {
        if (look.changed() && look.result().isUnknown()) {
            limits.noteUnknown(request, number);
        }
    }

    private OutboundSseEvent event(LookUpResult result, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
        if (result instanceof LookUpResult.Found found) {
            PreparedAnswer answer =
                    responses.answer(found.prepared(), privacy.level().audience());
            return event.name("snapshot")
                    .data(String.class, answer.body().toString())
                    .build();
        }
        ProblemDocument problem = new LookUpProblems(lookUp).of(result);
        return event.name("problem").data(String.class, Json.line(problem)).build();
    }
}
