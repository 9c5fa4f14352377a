package org.trackno.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Audience;
import org.trackno.tracking.PreparedAnswer;
import org.trackno.tracking.PreparedParcel;

/** Prepared snapshots as HTTP responses. {@code Cache-Control} and {@code Age} say the same as {@code freshness}. */
@ApplicationScoped
class SnapshotResponses {
    /** An answer may come packed, and a cache in between must not hand that to those who cannot unpack it. */
    static final String VARY = "Accept-Encoding";

    private static final long MILLIS = 1_000;

    private final Clock clock;

    SnapshotResponses(Clock clock) {
        this.clock = clock;
    }

    /** The snapshot of a parcel for an audience. */
    PreparedAnswer answer(PreparedParcel prepared, Audience audience) {
        return prepared.answer(audience, clock.instant());
    }

    /** The parcel, or 304 when the caller has it already. */
    Response of(PreparedParcel prepared, Audience audience, @Nullable String ifNoneMatch) {
        Instant now = clock.instant();
        PreparedAnswer answer = prepared.answer(audience, now);
        Response.ResponseBuilder response =
                isKnown(answer, ifNoneMatch) ? Response.notModified() : Response.ok(answer.body(), "application/json");
        return response.header("ETag", answer.etag())
                .header("Cache-Control", answer.cacheControl())
                .header("Vary", VARY)
                .header("Age", ageSeconds(prepared, now))
                .build();
    }

    /** How long ago the carrier said this, in whole seconds; 0 when the clock was set back since. */
    static long ageSeconds(PreparedParcel prepared, Instant now) {
        return Math.max(0, (now.toEpochMilli() - prepared.parcel().checkedAt().toEpochMilli()) / MILLIS);
    }

    /** Whether a caller says that they have this answer already, RFC 9110 section 13.1.2. */
    static boolean isKnown(PreparedAnswer answer, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(answer.etag()));
    }
}
