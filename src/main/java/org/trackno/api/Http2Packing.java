package org.trackno.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Leaves packing to Vert.x over HTTP/2. It has read {@code Accept-Encoding} by then, and packs what says
 * {@code Content-Encoding: gzip} once more; so whoever keeps packed answers must not see that they are wanted.
 */
@Singleton
class Http2Packing {
    /** Before all that answers. */
    private static final int PRIORITY = 120;

    void register(@Observes Filters filters) {
        filters.register(Http2Packing::leaveToVertx, PRIORITY);
    }

    private static void leaveToVertx(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.request().headers().remove(HttpHeaders.ACCEPT_ENCODING);
        }
        context.next();
    }
}
