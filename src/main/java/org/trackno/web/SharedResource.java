package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.trackno.store.ShareLinks.Shared;
import org.trackno.tracking.Audience;

/** {@code /shared/{secret}}: everything about a parcel, for whoever has the link. */
@Path("/shared/{secret}")
@NonBlocking
public class SharedResource {
    private final ParcelPages pages;
    private final Proofs proofs;
    private final PageStreams streams;
    private final PageFiles files;
    private final PageResponses responses;

    SharedResource(ParcelPages pages, Proofs proofs, PageStreams streams, PageFiles files, PageResponses responses) {
        this.pages = pages;
        this.proofs = proofs;
        this.streams = streams;
        this.files = files;
        this.responses = responses;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("secret") String secret, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        return proofs.find(secret)
                .flatMap(found -> found.map(shared -> page(secret, shared, visit))
                        .orElseGet(() -> Uni.createFrom().item(ended(410, visit))))
                .onFailure()
                .recoverWithItem(failure -> pages.failed(failure, visit));
    }

    /** Ends the link. */
    @POST
    @Path("/end")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> end(@PathParam("secret") String secret, @BeanParam Visit visit) {
        return proofs.end(secret)
                .map(done -> ended(200, visit))
                .onFailure()
                .recoverWithItem(failure -> pages.failed(failure, visit));
    }

    /** The map of the towns passed. */
    @GET
    @Path("/map.svg")
    @Operation(hidden = true)
    public Uni<Response> map(
            @PathParam("secret") String secret,
            @QueryParam("dark") boolean dark,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        return shared(secret)
                .flatMap(found -> files.map(found.number().value(), found.carrierId(), Audience.ENTITLED, dark, visit));
    }

    /** The expected date for a calendar. */
    @GET
    @Path("/expected.ics")
    @Operation(hidden = true)
    public Uni<Response> expected(
            @PathParam("secret") String secret, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        return shared(secret)
                .flatMap(found -> files.calendar(found.number().value(), found.carrierId(), Audience.ENTITLED, visit));
    }

    private Uni<Shared> shared(String secret) {
        return proofs.find(secret).map(found -> found.orElseThrow(NotFoundException::new));
    }

    /** When the page is worth reading again. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @PathParam("secret") String secret,
            @QueryParam("seen") @Nullable String seen,
            @BeanParam Visit visit,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        visit.cameWith(request);
        return proofs.find(secret).onItem().transformToMulti(found -> found.map(
                        shared -> streams.of(shared.number().value(), shared.carrierId(), seen, visit, sse))
                .orElseGet(() -> Multi.createFrom().empty()));
    }

    private Uni<Response> page(String secret, Shared shared, Visit visit) {
        Addresses.PageAddress address = new Addresses.PageAddress(Addresses.shared(secret), "");
        Reading reading = new Reading(address, Audience.ENTITLED, shared.expiresAt(), "", 200);
        return pages.get(shared.number().value(), shared.carrierId(), reading, visit);
    }

    private Response ended(int status, Visit visit) {
        Messages messages = Wording.in(visit.language()).messages();
        TroubleView view = TroubleView.of(messages.linkEndedTitle(), messages.linkEndedText());
        return responses.trouble(status, view, "/", visit);
    }
}
