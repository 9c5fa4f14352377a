package org.trackno.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * How the figures call a request that is answered before REST gets to see it. Without a name they would take the path, and
 * so name every number.
 */
public final class RouteName {
    /** One parcel. */
    public static final String TRACK = "/v1/track/{number}";

    /** Where Quarkus looks for it, as REST leaves it there. */
    private static final String KEY = "UrlPathTemplate";

    private RouteName() {}

    /** Names the request under way. */
    public static void set(String name) {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(KEY, name);
        }
    }
}
