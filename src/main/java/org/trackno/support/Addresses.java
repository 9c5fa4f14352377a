package org.trackno.support;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What requests are sent to. */
public final class Addresses {
    private Addresses() {}

    /**
     * Whether path and query of a request can be decoded. Who answers expects that they can. Vert.x refuses to decode the same
     * query only once, so it is not asked.
     */
    public static boolean isReadable(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            context.normalizedPath();
            return request.query() == null || new QueryStringDecoder(request.uri()).parameters() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
