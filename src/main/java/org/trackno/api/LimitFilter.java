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
import org.trackno.support.Addresses;
import org.trackno.support.Json;

/**
 * Holds every request to the caller's limits before anything else is done for it, and refuses addresses that cannot be
 * decoded. Probes, figures, the contract and what the pages are made of are open to all.
 */
@Singleton
class LimitFilter {
    /** Before all that answers. */
    static final int PRIORITY = 100;

    private static final List<String> OPEN = List.of("/health", "/metrics", "/openapi", "/assets/", "/trackno.js");
    private static final List<String> LOOK_UPS = List.of("/v1/track/", "/track/", "/embed/");

    /** How figures call an address that cannot be decoded. */
    private static final String UNREADABLE = "/unreadable";

    private static final ProblemDocument UNREADABLE_ADDRESS = ProblemDocument.of(
            "invalid-request",
            "The request cannot be used",
            400,
            "The address has a % without two hexadecimal digits behind it. A % itself is written %25.");

    private final CallerLimits limits;

    LimitFilter(CallerLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::hold, PRIORITY);
    }

    private void hold(RoutingContext context) {
        boolean isReadable = Addresses.isReadable(context);
        String path = isReadable ? context.normalizedPath() : UNREADABLE;
        String number = number(path);
        if (!number.isEmpty()) {
            RouteName.count(context, RouteName.TRACK); // REST has a better name, if it comes to that
        }
        Optional<Refusal> refused =
                startsWithAny(path, OPEN) ? Optional.empty() : limits.admit(context.request(), number);
        if (refused.isPresent()) {
            answer(context, path, ProblemDocument.of(refused.get()));
        } else if (isReadable) {
            context.next();
        } else {
            RouteName.set(context, UNREADABLE);
            write(context.response(), UNREADABLE_ADDRESS);
        }
    }

    /** A problem document; where somebody reads with a browser, whoever writes pages is told that this one fails. */
    private static void answer(RoutingContext context, String path, ProblemDocument problem) {
        RouteName.set(context, number(path).isEmpty() ? "/v1" : RouteName.TRACK);
        Long retryAfter = problem.more().retryAfter();
        if (retryAfter != null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        if (isReadByPeople(context, path)) {
            context.fail(problem.status());
        } else {
            write(context.response(), problem);
        }
    }

    private static void write(HttpServerResponse response, ProblemDocument problem) {
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.line(problem));
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
