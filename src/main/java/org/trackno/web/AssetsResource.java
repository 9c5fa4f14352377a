package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Gzip;

/** {@code /assets}: style, scripts and pictures of the pages, kept by browsers for ever. */
@Path("/assets/{file}")
@NonBlocking
public class AssetsResource {
    private final Assets assets;

    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    /** One file. */
    @GET
    @Operation(hidden = true)
    public Response get(@PathParam("file") String file, @HeaderParam("Accept-Encoding") @Nullable String encoding) {
        return forEver(assets.find(file).orElseThrow(NotFoundException::new), encoding)
                .build();
    }

    /** A file whose address changes with its content. */
    static Response.ResponseBuilder forEver(Assets.Asset asset, @Nullable String encoding) {
        boolean gzip = Gzip.isTaken(encoding);
        Response.ResponseBuilder response = Response.ok(gzip ? asset.gzip() : asset.content(), asset.mediaType())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        return gzip ? response.header("Content-Encoding", Gzip.ENCODING) : response;
    }
}
