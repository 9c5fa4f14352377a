package org.trackno.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.trackno.support.Gzip;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.PreparedAnswer;
import org.trackno.tracking.PreparedParcel;
import org.trackno.tracking.PrivacyConfiguration;

/**
 * Answers {@code GET /v1/track/{number}} from memory or the store, before {@link TrackResource} gets to see it: a fresh
 * parcel, without proof of entitlement, is prepared bytes and a few headers. Whatever else is asked goes on to the resource,
 * which answers the same in every case; this only does so with a third of the work.
 */
@Singleton
class WarmReads {
    /** Right after the limits: what Quarkus prepares for the resource is not needed. */
    private static final int PRIORITY = LimitFilter.PRIORITY - 1;

    private static final String PATH = "/v1/track/";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence GZIP = HttpHeaders.createOptimized(Gzip.ENCODING);
    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");

    private final LookUp lookUp;
    private final PrivacyConfiguration privacy;
    private final Clock clock;

    WarmReads(LookUp lookUp, PrivacyConfiguration privacy, Clock clock) {
        this.lookUp = lookUp;
        this.privacy = privacy;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isPlainLookUp(request)) {
            context.next();
            return;
        }
        String number = request.path().substring(PATH.length());
        Optional<PreparedParcel> remembered = lookUp.remembered(number);
        if (remembered.isPresent()) {
            answer(context, remembered.get());
        } else {
            lookUp.stored(number)
                    .subscribe()
                    .with(stored -> stored.ifPresentOrElse(parcel -> answer(context, parcel), context::next));
        }
    }

    /** One path segment that needs no decoding, and no query. */
    private static boolean isPlainLookUp(HttpServerRequest request) {
        String path = request.path();
        return request.method() == HttpMethod.GET
                && path.startsWith(PATH)
                && request.query() == null
                && path.indexOf('/', PATH.length()) < 0
                && path.indexOf('%') < 0
                && acceptsJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean acceptsJson(@org.jspecify.annotations.Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.startsWith("application/json");
    }

    private void answer(RoutingContext context, PreparedParcel parcel) {
        RouteName.set(context, RouteName.TRACK);
        HttpServerRequest request = context.request();
        Instant now = clock.instant();
        PreparedAnswer answer = parcel.answer(privacy.level().audience(), now);
        long age =
                Math.max(0, Duration.between(parcel.parcel().checkedAt(), now).toSeconds());
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return; // nobody is there any more
        }
        response.headers()
                .set(HttpHeaders.ETAG, answer.etag())
                .set(HttpHeaders.CACHE_CONTROL, answer.cacheControl())
                .set(HttpHeaders.VARY, SnapshotResponses.VARY)
                .set(AGE, Long.toString(age));
        if (SnapshotResponses.isKnown(answer, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
            if (Gzip.isTaken(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
                response.headers().set(HttpHeaders.CONTENT_ENCODING, GZIP);
                response.end(answer.packed());
            } else {
                response.end(answer.body());
            }
        }
    }
}
