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

/** {@code /assets/storefronts}: logos and colours of storefronts, kept by browsers for ever. */
@Path("/assets/storefronts/{file}")
@NonBlocking
public class StorefrontAssetsResource {
    /** An SVG that is opened by itself runs nothing and loads nothing; it may have styles in it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final StorefrontAssets assets;

    StorefrontAssetsResource(StorefrontAssets assets) {
        this.assets = assets;
    }

    /** One file. */
    @GET
    @Operation(hidden = true)
    public Response get(@PathParam("file") String file, @HeaderParam("Accept-Encoding") @Nullable String encoding) {
        Assets.Asset asset = assets.find(file).orElseThrow(NotFoundException::new);
        return AssetsResource.forEver(asset, encoding)
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
