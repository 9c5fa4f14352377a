package org.trackno.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.trackno.support.Addresses;
import org.trackno.support.RouteName;
import org.trackno.web.storefront.Storefronts;

/**
 * Lets the pages of storefronts read what they embed, and nobody else's: before anything is looked up, and for errors too.
 * Without an {@code Origin} no page of somebody else asks. Nothing else of Trackno can be read from other origins.
 */
@Singleton
class EmbedGate {
    /** Before the limits, so that a page can read that it asks too often. */
    private static final int PRIORITY = 110;

    private static final String EMBEDDED = "/embed/";
    private static final int FORBIDDEN = 403;

    private final Storefronts storefronts;

    EmbedGate(Storefronts storefronts) {
        this.storefronts = storefronts;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        @Nullable String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null
                || !Addresses.isReadable(context)
                || !context.normalizedPath().startsWith(EMBEDDED)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, "Origin");
        if (storefronts
                .admitting(context.request().getParam("storefront"), origin)
                .isPresent()) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
            context.next();
            return;
        }
        RouteName.count(context, RouteName.EMBED);
        response.setStatusCode(FORBIDDEN)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("Pages of this origin may not embed parcels. Those that may are in"
                        + " trackno.storefronts.<name>.origins.\n");
    }
}
