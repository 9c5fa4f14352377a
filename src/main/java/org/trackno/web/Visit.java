package org.trackno.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** How somebody reads: the language chosen in the address, or the one the browser asks for. */
public final class Visit {
    @QueryParam("lang")
    @Nullable
    String chosen;

    @HeaderParam("Accept-Language")
    @Nullable
    String accepted;

    @HeaderParam("Accept-Encoding")
    @Nullable
    String encodings;

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
        return encodings != null && encodings.contains("gzip");
    }

    /** A path of ours that keeps the chosen language. */
    String keep(String path) {
        return isChosen() ? Frame.with(path, "lang=" + language().code()) : path;
    }
}
