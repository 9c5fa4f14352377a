package org.trackno.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.Refusal;
import org.trackno.number.CharacterRange;
import org.trackno.number.NearMiss;
import org.trackno.support.Json;
import org.trackno.tracking.Snapshot.CarrierName;

/**
 * A problem document, RFC 9457.
 *
 * @param type stable, one a cause: {@code /problems/…}, listed in docs/api.md
 * @param title the cause in plain English, the same for every occurrence
 * @param status the HTTP status
 * @param detail what was wrong this time, and what would be right
 * @param more what else a program can use
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(String type, String title, int status, String detail, @JsonUnwrapped More more) {
    private static final int TOO_MANY_REQUESTS = 429;

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What else a program can use; parts are missing where they do not apply.
     *
     * @param trackingNumber the number in canonical form
     * @param carrier whom it is about
     * @param candidates whose number it may be
     * @param nearMisses what it nearly is
     * @param unchecked characters of the number that no check digit covers; a slip there may be the cause
     * @param carrierPage the carrier's own page about the number
     * @param nextCheckAt when it is worth asking again, ISO 8601
     * @param retryAfter seconds to wait
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record More(
            @Nullable String trackingNumber,
            @Nullable CarrierName carrier,
            @Nullable List<CarrierName> candidates,
            @Nullable List<NearMissView> nearMisses,
            @Nullable List<CharacterRange> unchecked,
            @Nullable String carrierPage,
            @Nullable String nextCheckAt,
            @Nullable Long retryAfter) {
        static final More NOTHING = new More(null, null, null, null, null, null, null, null);
    }

    /** A near miss in JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NearMissView(
            String format,
            @Nullable String carrier,
            String problem,
            @Nullable String expectedCheckDigit,
            @Nullable String correctedNumber) {
        static NearMissView of(NearMiss miss) {
            return new NearMissView(
                    miss.format(),
                    miss.carrier() == null ? null : miss.carrier().id(),
                    miss.problem(),
                    miss.expectedCheckDigit(),
                    miss.correctedNumber());
        }
    }

    /** A problem that goes away by itself in so many seconds. */
    public static ProblemDocument later(String type, String title, int status, String detail, long retryAfter) {
        return new ProblemDocument(
                type, title, status, detail, new More(null, null, null, null, null, null, null, retryAfter));
    }

    /** The problem of a caller who may not ask now. */
    static ProblemDocument of(Refusal refusal) {
        Refusal.Kind kind = refusal.kind();
        return later(
                "/problems/" + kind.id(), kind.title(), TOO_MANY_REQUESTS, refusal.detail(), refusal.waitSeconds());
    }

    /** A problem with nothing more to say. */
    static ProblemDocument of(String name, String title, int status, String detail) {
        return new ProblemDocument("/problems/" + name, title, status, detail, More.NOTHING);
    }

    /** The HTTP response. */
    Response response() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(Json.line(this));
        if (more.retryAfter() != null) {
            response.header("Retry-After", more.retryAfter());
        }
        return response.build();
    }
}
