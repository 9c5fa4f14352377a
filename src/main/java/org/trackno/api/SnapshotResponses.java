package org.trackno.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Freshness;
import org.trackno.model.TrackingNumber;
import org.trackno.support.Json;
import org.trackno.tracking.Audience;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.SnapshotWriter;

/**
 * Snapshots as HTTP responses. The {@code ETag} is weak and says whether anything but the freshness changed, a different one
 * for each audience; {@code Cache-Control} and {@code Age} say the same as {@code freshness}.
 */
@ApplicationScoped
class SnapshotResponses {
    private final LookUp lookUp;
    private final Clock clock;

    SnapshotResponses(LookUp lookUp, Clock clock) {
        this.lookUp = lookUp;
        this.clock = clock;
    }

    /** The snapshot of a parcel for an audience. */
    Snapshot snapshot(KnownParcel known, Audience audience) {
        return write(known, audience, known.freshness(clock.instant()));
    }

    /** The parcel, or 304 when the caller has it already. */
    Response of(KnownParcel known, Audience audience, @Nullable String ifNoneMatch) {
        Instant now = clock.instant();
        Freshness freshness = known.freshness(now);
        String tag = tag(Json.line(write(known, audience, null)) + freshness.state() + freshness.reason());
        boolean known304 = ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag));
        Response.ResponseBuilder response = known304
                ? Response.notModified()
                : Response.ok(
                        Json.line(write(known, audience, freshness)).getBytes(StandardCharsets.UTF_8),
                        "application/json");
        return response.header("ETag", tag)
                .header("Cache-Control", cacheControl(known, audience, now))
                .header(
                        "Age",
                        Math.max(0, Duration.between(known.checkedAt(), now).toSeconds()))
                .build();
    }

    private Snapshot write(KnownParcel known, Audience audience, @Nullable Freshness freshness) {
        TrackingNumber number = known.key().number();
        Snapshot.Links links = new Snapshot.Links(
                lookUp.carrierPage(known.key().carrier(), number).orElse(""),
                "/v1/track/" + number + "?carrier=" + known.key().carrier().id());
        return new SnapshotWriter(audience).write(known.parcel(), known.others(), freshness, links);
    }

    /** max-age counts from when the carrier was asked, because Age does. */
    private static String cacheControl(KnownParcel known, Audience audience, Instant now) {
        String scope = audience == Audience.ENTITLED ? "private" : "public";
        Instant until = known.freshUntil();
        Duration fresh = until == null ? Duration.ofDays(1) : Duration.between(known.checkedAt(), until);
        if (until == null) {
            fresh = fresh.plus(Duration.between(known.checkedAt(), now));
        }
        return scope + ", max-age=" + fresh.toSeconds() + ", stale-while-revalidate=60, stale-if-error=86400";
    }

    private static String tag(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        byte[] mark = (crc.getValue() + "." + bytes.length + "." + content.hashCode()).getBytes(StandardCharsets.UTF_8);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(mark) + "\"";
    }
}
