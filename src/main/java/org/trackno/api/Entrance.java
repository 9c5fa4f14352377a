package org.trackno.api;

import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.trackno.support.RouteName;
import org.trackno.support.TellingPath;

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
        HttpServerRequest request = context.request();
        prepare(request.connection());
        leavePackingOfHttp2(request);
        boolean goesOn;
        try {
            goesOn = limits.admits(context) && !warmReads.answers(context);
        } catch (RuntimeException bug) {
            nameForFigures(context);
            throw bug;
        }
        if (goesOn) {
            nameForFigures(context);
            context.next();
        }
    }

    /** Lets a connection that asks for the first time send its answers as Trackno does. */
    private static void prepare(HttpConnection connection) {
        if (connection instanceof ConnectionBase ofVertx) {
            ChannelPipeline pipeline = ofVertx.channel().pipeline();
            if (!(pipeline.first() instanceof GatheredFlush)) {
                pipeline.addFirst(GatheredFlush.ofEventLoop());
                PackingWhereTaken.install(pipeline);
            }
        }
    }

    /** Lest it be counted under a number or a secret. REST has a better name, if it comes to that. */
    private static void nameForFigures(RoutingContext context) {
        String route = TellingPath.route(context.normalizedPath());
        if (!route.isEmpty()) {
            RouteName.count(context, route);
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
