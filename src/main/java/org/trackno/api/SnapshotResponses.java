package org.trackno.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Audience;
import org.trackno.tracking.PreparedAnswer;
import org.trackno.tracking.PreparedParcel;

/** Prepared snapshots as HTTP responses. {@code Cache-Control} and {@code Age} say the same as {@code freshness}. */
@ApplicationScoped
class SnapshotResponses {
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
        String tag = answer.etag();
        boolean known = ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag));
        Response.ResponseBuilder response =
                known ? Response.notModified() : Response.ok(answer.body(), "application/json");
        Duration age = Duration.between(prepared.parcel().checkedAt(), now);
        return response.header("ETag", tag)
                .header("Cache-Control", answer.cacheControl())
                .header("Age", Math.max(0, age.toSeconds()))
                .build();
    }
}
