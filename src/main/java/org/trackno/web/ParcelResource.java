package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
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

/** {@code /track/{number}}: the page of one parcel, at an address that others can link to. */
@Path("/track/{number}")
@NonBlocking
public class ParcelResource {
    private final ParcelPages pages;
    private final Proofs proofs;
    private final PageStreams streams;
    private final PageFiles files;

    ParcelResource(ParcelPages pages, Proofs proofs, PageStreams streams, PageFiles files) {
        this.pages = pages;
        this.proofs = proofs;
        this.streams = streams;
        this.files = files;
    }

    /** The page, as far as a number alone shows it. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        String named = PastedNumbers.chosen(carrier);
        return pages.get(number, named, pages.plain(Addresses.number(number, named)), visit);
    }

    /** A postcode as proof: a link that shows everything, or the page again with what was wrong. */
    @POST
    @Path("/proof")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> prove(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @FormParam("postcode") @Nullable String postcode,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        String named = PastedNumbers.chosen(carrier);
        return proofs.prove(number, named, postcode, pages.plain(Addresses.number(number, named)), visit);
    }

    /** The map of the towns passed. */
    @GET
    @Path("/map.svg")
    @Operation(hidden = true)
    public Uni<Response> map(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @QueryParam("dark") boolean dark,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        return files.map(number, PastedNumbers.chosen(carrier), pages.audience(), dark, visit);
    }

    /** The expected date for a calendar. */
    @GET
    @Path("/expected.ics")
    @Operation(hidden = true)
    public Uni<Response> expected(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        return files.calendar(number, PastedNumbers.chosen(carrier), pages.audience(), visit);
    }

    /** When the page is worth reading again. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @QueryParam("seen") @Nullable String seen,
            @BeanParam Visit visit,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        visit.cameWith(request);
        return streams.of(number, PastedNumbers.chosen(carrier), seen, visit, sse);
    }
}
