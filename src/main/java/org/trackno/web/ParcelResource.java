package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /track/{number}}: the page of one parcel. */
@Path("/track/{number}")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
public class ParcelResource {
    private final ParcelPages pages;

    ParcelResource(ParcelPages pages) {
        this.pages = pages;
    }

    /** The page, as far as a number alone shows it. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("number") String number,
            @QueryParam("carrier") @Nullable String carrier,
            @BeanParam Visit visit) {
        return pages.get(number, carrier, visit);
    }
}
