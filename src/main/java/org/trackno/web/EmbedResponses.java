package org.trackno.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Json;
import org.trackno.web.storefront.Origin;
import org.trackno.web.storefront.Storefront;

/** What is embedded as HTTP responses: framed by the storefront's origins only, read by them only (see {@link EmbedGate}). */
@ApplicationScoped
class EmbedResponses {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'";
    private static final String TRY_POLICY = PageResponses.POLICY + "; frame-src 'self'";

    /** A page for an iframe. */
    Response framed(TemplateInstance template, @Nullable Storefront storefront, Language language) {
        String ancestors = storefront == null
                ? ""
                : storefront.origins().stream().map(Origin::toString).collect(Collectors.joining(" ", " ", ""));
        return headers(Response.ok(PageResponses.bytes(template, language), PageResponses.MEDIA_TYPE))
                .header("Content-Security-Policy", POLICY + ancestors)
                .header("Content-Language", language.code())
                .header("Cache-Control", "private, no-cache")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Vary", "Accept-Language, Accept-Encoding")
                .build();
    }

    /** The page on which embedding is tried: one of ours that frames one of ours. */
    Response tried(TemplateInstance template, Language language) {
        return headers(Response.ok(PageResponses.bytes(template, language), PageResponses.MEDIA_TYPE))
                .header("Content-Security-Policy", TRY_POLICY)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A parcel for {@code trackno.js}; nothing when it has the same already. */
    Response parcel(EmbeddedParcel parcel, @Nullable String known) {
        byte[] content = Json.line(parcel).getBytes(StandardCharsets.UTF_8);
        String tag = tag(content);
        boolean same =
                known != null && Stream.of(known.split(",")).map(String::strip).anyMatch(tag::equals);
        Response.ResponseBuilder response = same ? Response.notModified() : Response.ok(content, "application/json");
        return headers(response)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Origin, Accept-Language, Accept-Encoding")
                .build();
    }

    private static String tag(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return "W/\"" + Long.toHexString(crc.getValue()) + "." + content.length + "\"";
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response) {
        return response.header("Referrer-Policy", "no-referrer").header("X-Content-Type-Options", "nosniff");
    }
}
