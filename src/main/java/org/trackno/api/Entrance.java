package org.trackno.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What a request passes before anything else is done for it, save that {@code EmbedGate} turns foreign pages away: the
 * caller's limits, and what can be answered at once.
 */
@Singleton
class Entrance {
    /** Behind {@code EmbedGate}, before all else that answers. */
    private static final int PRIORITY = 100;

    private final RequestLimits limits;
    private final WarmReads warmReads;

    Entrance(RequestLimits limits, WarmReads warmReads) {
        this.limits = limits;
        this.warmReads = warmReads;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext context) {
        leavePackingOfHttp2(context.request());
        boolean goesOn;
        try {
            goesOn = limits.admits(context) && !warmReads.answers(context);
        } catch (RuntimeException bug) {
            countAsLookUp(context);
            throw bug;
        }
        if (goesOn) {
            countAsLookUp(context);
            context.next();
        }
    }

    /** Names a look-up for the figures, lest it be counted under its number; REST has a better name, if it comes to that. */
    private static void countAsLookUp(RoutingContext context) {
        if (!LookUpPath.number(context.normalizedPath()).isEmpty()) {
            RouteName.count(context, RouteName.TRACK);
        }
    }

    /**
     * Leaves packing to Vert.x over HTTP/2. It has read {@code Accept-Encoding} by then, and packs what says
     * {@code Content-Encoding: gzip} once more; so whoever keeps packed answers must not see that they are wanted.
     */
    private static void leavePackingOfHttp2(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.headers().remove(HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
