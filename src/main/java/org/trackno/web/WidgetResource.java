package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Gzip;

/**
 * {@code /trackno.js}: the element that storefronts put into their pages. Its address never changes, so browsers keep it for
 * an hour and ask then whether it is still the same.
 */
@Path("/trackno.js")
@NonBlocking
public class WidgetResource {
    private static final String KEPT = "public, max-age=3600, stale-while-revalidate=604800";

    private final WidgetScript widget;

    WidgetResource(WidgetScript widget) {
        this.widget = widget;
    }

    /** The script. */
    @GET
    @Operation(hidden = true)
    public Response get(
            @HeaderParam("Accept-Encoding") @Nullable String encoding,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Assets.Asset script = widget.script();
        boolean gzip = Gzip.isTaken(encoding);
        String tag = "\"" + script.fingerprint() + (gzip ? "-gzip" : "") + "\"";
        boolean same = known != null && known.contains(script.fingerprint());
        Response.ResponseBuilder response = same
                ? Response.notModified()
                : Response.ok(gzip ? script.gzip() : script.content(), script.mediaType());
        response.header("ETag", tag)
                .header("Cache-Control", KEPT)
                .header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        return (gzip && !same ? response.header("Content-Encoding", Gzip.ENCODING) : response).build();
    }
}
