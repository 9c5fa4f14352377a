package org.trackno.api;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;

/**
 * How the figures call a request that is answered before REST gets to see it. Without a name they would take the path, and
 * so name every number.
 */
public final class RouteName {
    /** One parcel. */
    public static final String TRACK = "/v1/track/{number}";

    private RouteName() {}

    /** Names a request, before anything is done for it that its caller may not wait for. */
    static void set(RoutingContext context, String name) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(name);
        }
    }
}
