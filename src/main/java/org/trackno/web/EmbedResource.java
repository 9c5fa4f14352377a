package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.trackno.web.storefront.Storefront;
import org.trackno.web.storefront.Storefronts;

/** {@code /embed/{number}}: one parcel inside another page, as a page for an iframe and as data for {@code trackno.js}. */
@Path("/embed/{number}")
@NonBlocking
public class EmbedResource {
    private final EmbeddedParcels parcels;
    private final EmbedResponses embedded;
    private final PageResponses pages;
    private final PageStreams streams;
    private final Storefronts storefronts;

    EmbedResource(
            EmbeddedParcels parcels,
            EmbedResponses embedded,
            PageResponses pages,
            PageStreams streams,
            Storefronts storefronts) {
        this.parcels = parcels;
        this.embedded = embedded;
        this.pages = pages;
        this.streams = streams;
        this.storefronts = storefronts;
    }

    /** The page for an iframe. It works without scripts. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @QueryParam("theme") @Nullable String theme,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        Optional<Storefront> storefront = storefronts.meant(visit.storefront());
        if (storefront.isEmpty() && !visit.storefront().isEmpty()) {
            Messages messages = Wording.in(visit.language()).messages();
            TroubleView view = TroubleView.of(messages.noPageTitle(), messages.noPageText());
            return Uni.createFrom().item(pages.trouble(404, view, "/", visit));
        }
        storefront.ifPresent(visit::onBehalfOf);
        String named = PastedNumbers.chosen(carrier);
        return parcels.get(number, named, visit, "").map(parcel -> {
            Frame frame = pages.frame(visit, Addresses.number(number, named).path(), parcel.label());
            return embedded.framed(
                    Templates.embed(frame, parcel, scheme(theme), stream(parcel)),
                    storefront.orElse(null),
                    visit.language());
        });
    }

    /** The same as data, in sentences. */
    @GET
    @Path("/parcel")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> parcel(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("If-None-Match") @Nullable String known,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        Optional<Storefront> storefront = origin == null
                ? storefronts.meant(visit.storefront())
                : storefronts.admitting(visit.storefront(), origin);
        storefront.ifPresent(visit::onBehalfOf);
        String style = storefront.map(Storefront::embeddedStyle).orElse("");
        return parcels.get(number, PastedNumbers.chosen(carrier), visit, style)
                .map(parcel -> embedded.parcel(parcel, known));
    }

    /** When it is worth asking again. */
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

    /** As style classes: what the system says only when asked for, because the page around it may be light. */
    private static String scheme(@Nullable String theme) {
        return theme != null && (theme.equals("dark") || theme.equals("auto")) ? theme : "light";
    }

    private static @Nullable String stream(EmbeddedParcel parcel) {
        return parcel.version() == null
                ? null
                : new Addresses.PageAddress("/embed/" + parcel.number(), "carrier=" + parcel.carrierId())
                        .stream(parcel.version());
    }
}
