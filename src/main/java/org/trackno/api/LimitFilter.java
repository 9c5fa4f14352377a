package org.trackno.api;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.trackno.limit.CallerLimits;
import org.trackno.limit.Refusal;
import org.trackno.support.Json;

/**
 * Holds every request to the caller's limits before anything else is done for it. Probes, figures, the contract and what the
 * pages are made of are open to all.
 */
@Singleton
class LimitFilter {
    /** Before all that answers. */
    private static final int PRIORITY = 100;

    private static final List<String> OPEN = List.of("/health", "/metrics", "/openapi", "/assets/", "/trackno.js");
    private static final List<String> LOOK_UPS = List.of("/v1/track/", "/track/", "/embed/");

    private final CallerLimits limits;

    LimitFilter(CallerLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::hold, PRIORITY);
    }

    private void hold(RoutingContext context) {
        String path = context.normalizedPath();
        if (limits.isExempt(context.request()) || startsWithAny(path, OPEN)) {
            context.next();
            return;
        }
        Optional<Refusal> refused = limits.take(context.request(), 1);
        if (refused.isEmpty()) {
            String number = number(path);
            refused = number.isEmpty() ? refused : limits.refuse(context.request(), number);
        }
        if (refused.isEmpty()) {
            context.next();
        } else {
            answer(context, path, ProblemDocument.of(refused.get()));
        }
    }

    /** A problem document; where somebody reads with a browser, whoever writes pages is told that this one fails. */
    private static void answer(RoutingContext context, String path, ProblemDocument problem) {
        RouteName.set(number(path).isEmpty() ? "/v1" : RouteName.TRACK);
        HttpServerResponse response = context.response().setStatusCode(problem.status());
        Long retryAfter = problem.more().retryAfter();
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        if (isReadByPeople(context, path)) {
            context.fail(problem.status());
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(Json.line(problem));
    }

    private static boolean isReadByPeople(RoutingContext context, String path) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !path.startsWith("/v1/")
                && !path.startsWith("/embed/");
    }

    /** The number a look-up is about, without the parameters that a segment may carry; blank for no look-up. */
    private static String number(String address) {
        String path = address.indexOf(';') < 0 ? address : address.replaceAll(";[^/]*", "");
        for (String prefix : LOOK_UPS) {
            if (path.startsWith(prefix)) {
                int end = path.indexOf('/', prefix.length());
                return decode(path.substring(prefix.length(), end < 0 ? path.length() : end));
            }
        }
        return "";
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return QueryStringDecoder.decodeComponent(segment);
        } catch (IllegalArgumentException e) {
            return segment; // nothing that could be looked up
        }
    }

    private static boolean startsWithAny(String path, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
