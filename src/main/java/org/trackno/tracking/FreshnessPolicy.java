package org.trackno.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;
import org.trackno.model.TrackingOutcome.Failed;

/**
 * How long a snapshot is fresh: minutes on the day of delivery, half an hour while moving, a day when nothing happens, for
 * ever when it was delivered long ago. A carrier's manifest may say otherwise for a stage.
 */
final class FreshnessPolicy {
    /** How long a number is remembered as unknown to its carrier. */
    static final Duration UNKNOWN_NUMBER = Duration.ofMinutes(10);
    /** How long nobody asks again after a failed try. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(20);
    /** Older than this a snapshot is not served at once: the carrier is asked first, if it answers. */
    static final Duration TOO_OLD = Duration.ofHours(24);

    private static final Duration QUIET_AFTER = Duration.ofDays(5);
    private static final Duration WHEN_QUIET = Duration.ofDays(1);
    private static final Duration OVER_AFTER = Duration.ofDays(14);

    private FreshnessPolicy() {}

    /**
     * How long a parcel is fresh; empty for ever.
     *
     * @param reportedAt when its newest event happened; null when that is not known
     * @param checkedAt when the carrier said so
     */
    static Optional<Duration> freshFor(
            Stage stage, @Nullable Instant reportedAt, Map<Stage, Duration> hints, Instant checkedAt) {
        Duration quiet = reportedAt == null ? Duration.ZERO : Duration.between(reportedAt, checkedAt);
        if (stage.isFinal() && quiet.compareTo(OVER_AFTER) > 0) {
            return Optional.empty();
        }
        Duration byStage = hints.getOrDefault(stage, byStage(stage));
        boolean isQuiet = quiet.compareTo(QUIET_AFTER) > 0 && byStage.compareTo(WHEN_QUIET) < 0;
        return Optional.of(isQuiet ? WHEN_QUIET : byStage);
    }

    /**
     * When a carrier may be asked again after a failure: at once when it was not asked at all, after as long as it wants,
     * else after some seconds.
     *
     * @return null for at once
     */
    static @Nullable Instant retryAt(Failed failed, Instant now) {
        if (failed.kind() == FailureKind.BUSY) {
            return null;
        }
        return now.plus(failed.retryAfter() == null ? AFTER_FAILURE : failed.retryAfter());
    }

    private static Duration byStage(Stage stage) {
        return switch (stage) {
            case UNKNOWN -> Duration.ofMinutes(10);
            case OUT_FOR_DELIVERY -> Duration.ofMinutes(5);
            case ACCEPTED, IN_TRANSIT, DELIVERY_ATTEMPTED -> Duration.ofMinutes(30);
            case ANNOUNCED, AVAILABLE_FOR_PICKUP -> Duration.ofHours(1);
            case RETURNING -> Duration.ofHours(6);
            case DELIVERED, RETURNED, CANCELLED, LOST -> Duration.ofHours(24);
        };
    }
}
