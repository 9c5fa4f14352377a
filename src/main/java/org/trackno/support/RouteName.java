package org.trackno.support;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * How figures and traces call a request that is answered before REST gets to see it. Without a name they would take the path,
 * and so name every number.
 */
public final class RouteName {
    /** One parcel. */
    public static final String TRACK = "/v1/track/{number}";

    /** One parcel, embedded in another's page. */
    public static final String EMBED = "/embed/{number}";

    /** Where traces look for it, as REST leaves it there. */
    private static final String KEY = "UrlPathTemplate";

    private RouteName() {}

    /** Names a request for the figures, before anything is done for it that its caller may not wait for. */
    public static void count(RoutingContext request, String name) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        if (metric != null) {
            metric.setTemplatePath(name);
        }
    }

    /** Names a request that is not handed on, for figures and traces; REST would add its own name to this one. */
    public static void set(RoutingContext request, String name) {
        count(request, name);
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(KEY, name);
        }
    }
}
