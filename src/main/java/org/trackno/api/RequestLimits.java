package org.trackno.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.trackno.limit.CallerLimits;
import org.trackno.limit.Refusal;
import org.trackno.support.Addresses;
import org.trackno.support.Json;
import org.trackno.support.RouteName;

/**
 * Holds requests to the caller's limits before they are answered, and refuses addresses that cannot be decoded. Probes, figures, the contract and what the pages are made of are open to all.
 */
@Singleton
class RequestLimits {
    private static final List<String> OPEN = List.of("/health", "/metrics", "/openapi", "/assets/", "/trackno.js");

    /** How figures call an address that cannot be decoded. */
    private static final String UNREADABLE = "/unreadable";

    private static final ProblemDocument UNREADABLE_ADDRESS = ProblemDocument.of(
            "invalid-request",
            "The request cannot be used",
            400,
            "The address has a % without two hexadecimal digits behind it. A % itself is written %25.");

    private final CallerLimits limits;

    RequestLimits(CallerLimits limits) {
        this.limits = limits;
    }

    /** Whether a request may pass; it is answered when it may not. */
    boolean admits(RoutingContext context) {
        boolean isReadable = Addresses.isReadable(context);
        String path = isReadable ? context.normalizedPath() : UNREADABLE;
        Optional<Refusal> refused =
                isOpen(path) ? Optional.empty() : limits.admit(context.request(), LookUpPath.number(path));
        if (refused.isPresent()) {
            answer(context, path, ProblemDocument.of(refused.get()));
            return false;
        }
        if (!isReadable) {
            RouteName.set(context, UNREADABLE);
            write(context.response(), UNREADABLE_ADDRESS);
        }
        return isReadable;
    }

    /** A problem document; where somebody reads with a browser, whoever writes pages is told that this one fails. */
    private static void answer(RoutingContext context, String path, ProblemDocument problem) {
        RouteName.set(context, LookUpPath.number(path).isEmpty() ? "/v1" : RouteName.TRACK);
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

    private static boolean isOpen(String path) {
        for (String prefix : OPEN) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
