package org.trackno.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.trackno.support.Gzip;
import org.trackno.support.RouteName;
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
    private static final String PATH = "/v1/track/";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence GZIP = HttpHeaders.createOptimized(Gzip.ENCODING);
    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final CharSequence VARY = HttpHeaders.createOptimized(SnapshotResponses.VARY);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final LookUp lookUp;
    private final PrivacyConfiguration privacy;
    private final WarmReadFigures figures;
    private final Clock clock;

    WarmReads(LookUp lookUp, PrivacyConfiguration privacy, WarmReadFigures figures, Clock clock) {
        this.lookUp = lookUp;
        this.privacy = privacy;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Whether this takes the request over: answers it, or, once the store was asked, answers it or hands it on. Nothing was
     * done for it otherwise.
     */
    boolean answers(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isPlainLookUp(request)) {
            return false;
        }
        String number = request.path().substring(PATH.length());
        Optional<PreparedParcel> remembered = lookUp.remembered(number);
        if (remembered.isPresent()) {
            answer(context, remembered.get(), true);
        } else {
            RouteName.count(context, RouteName.TRACK); // its caller may be gone before it is answered
            lookUp.stored(number)
                    .subscribe()
                    .with(stored -> stored.ifPresentOrElse(parcel -> answerIfThere(context, parcel), context::next));
        }
        return true;
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

    private void answerIfThere(RoutingContext context, PreparedParcel parcel) {
        RouteName.set(context, RouteName.TRACK);
        if (context.response().closed()) {
            return; // nobody is there any more
        }
        try {
            answer(context, parcel, false);
        } catch (RuntimeException bug) {
            context.fail(bug);
        }
    }

    private void answer(RoutingContext context, PreparedParcel parcel, boolean isFromMemory) {
        HttpServerRequest request = context.request();
        Instant now = clock.instant();
        PreparedAnswer answer = parcel.answer(privacy.level().audience(), now);
        boolean isKnown = SnapshotResponses.isKnown(answer, request.getHeader(HttpHeaders.IF_NONE_MATCH));
        boolean isPacked = !isKnown && Gzip.isTaken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Buffer body = isPacked ? answer.packed() : answer.body();
        HttpServerResponse response = request.response();
        response.headers()
                .set(HttpHeaders.ETAG, answer.etag())
                .set(HttpHeaders.CACHE_CONTROL, answer.cacheControl())
                .set(HttpHeaders.VARY, VARY)
                .set(AGE, Long.toString(SnapshotResponses.ageSeconds(parcel, now)));
        if (isFromMemory) {
            figures.count(context, isKnown ? NOT_MODIFIED : OK);
        }
        if (isKnown) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
        if (isPacked) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.end(body);
    }
}
