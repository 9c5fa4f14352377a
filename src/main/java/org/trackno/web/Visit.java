package org.trackno.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Gzip;
import org.trackno.web.storefront.Storefront;

/** How somebody reads: the language chosen in the address, or the one the browser asks for; and on whose behalf. */
public final class Visit {
    private static final Pattern STOREFRONT = Pattern.compile("[a-z0-9-]{1,31}");

    @QueryParam("lang")
    @Nullable
    String chosen;

    @QueryParam("storefront")
    @Nullable
    String named;

    @HeaderParam("Accept-Language")
    @Nullable
    String accepted;

    @HeaderParam("Accept-Encoding")
    @Nullable
    String encodings;

    private @Nullable HttpServerRequest request;

    /** Says with which request it came: whoever sent that is held to the limits. */
    void cameWith(HttpServerRequest sent) {
        request = sent;
    }

    /** The request it came with. */
    HttpServerRequest request() {
        return Objects.requireNonNull(request, "nobody said with which request the visit came");
    }

    /** The language of the answer. */
    Language language() {
        return Language.ofCode(chosen).orElseGet(() -> Language.accepted(accepted));
    }

    /** Whether it was chosen in the address, so that links keep it. */
    boolean isChosen() {
        return Language.ofCode(chosen).isPresent();
    }

    /** Whether the browser takes compressed pages. */
    boolean takesGzip() {
        return Gzip.isTaken(encodings);
    }

    /** The name of the storefront on whose behalf the page is shown; blank for none. */
    String storefront() {
        return named != null && STOREFRONT.matcher(named).matches() ? named : "";
    }

    /** Shows the page on behalf of a storefront, whichever the address names. */
    void onBehalfOf(Storefront storefront) {
        named = storefront.id();
    }

    /** A path of ours that keeps the chosen language and the storefront. */
    String keep(String path) {
        String branded = brand(path);
        return isChosen() ? Frame.with(branded, "lang=" + language().code()) : branded;
    }

    /** A path of ours that keeps the storefront. */
    String brand(String path) {
        return storefront().isEmpty() ? path : Frame.with(path, Brand.parameter(storefront()));
    }
}
