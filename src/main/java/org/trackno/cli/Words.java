package org.trackno.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Estimate;
import org.trackno.model.FailureKind;
import org.trackno.model.Freshness;
import org.trackno.model.Stage;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.Snapshot.FreshnessView;
import org.trackno.tracking.Snapshot.LegCarrier;
import org.trackno.tracking.Snapshot.LegView;
import org.trackno.tracking.Snapshot.PlaceView;
import org.trackno.tracking.Snapshot.ProofView;

/** Says in words what a snapshot says in fields. */
final class Words {
    private static final int DATE_LENGTH = "2026-03-01".length();
    private static final int MINUTE_LENGTH = "2026-03-01T14:05".length();
    private static final long NOTICEABLE_SECONDS = 60;
    private static final long HOURS_UP_TO = 48;

    private Words() {}

    /** A moment as the carrier stated it, to the minute: {@code 2026-03-01 14:05}; a day stays a day. */
    static String moment(String iso) {
        return (iso.length() < MINUTE_LENGTH ? iso : iso.substring(0, MINUTE_LENGTH)).replace('T', ' ');
    }

    /** A window, as short as it can be said. */
    static String estimate(EstimateView estimate) {
        String from = moment(estimate.from());
        String to = moment(estimate.to());
        boolean oneDay = from.length() > DATE_LENGTH
                && to.length() > DATE_LENGTH
                && from.startsWith(to.substring(0, DATE_LENGTH));
        String window = from.equals(to) ? from : from + " to " + (oneDay ? to.substring(DATE_LENGTH + 1) : to);
        return window + basis(estimate.basis());
    }

    private static String basis(Estimate.Basis basis) {
        return switch (basis) {
            case CARRIER -> ", says the carrier";
            case LEARNED -> ", as such parcels usually take";
            case PRIOR -> ", by the published service time";
        };
    }

    /** A place: what is known of name, town, region and country. */
    static String place(@Nullable PlaceView place) {
        return place == null
                ? ""
                : Stream.of(place.name(), locality(place), place.region(), place.country())
                        .filter(part -> part != null && !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String locality(PlaceView place) {
        return place.postalCode() == null || place.locality() == null
                ? place.locality()
                : place.postalCode() + " " + place.locality();
    }

    /** How a delivery is proved; blank when nothing is known. */
    static String proof(ProofView proof) {
        return Stream.of(
                        proof.signedBy() == null ? null : "signed by " + proof.signedBy(),
                        proof.leftAt() == null ? null : "left at " + proof.leftAt(),
                        proof.signature() && proof.signedBy() == null ? "the carrier has a signature" : null,
                        proof.photo() ? "the carrier has a photo" : null)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    /** Another parcel of the journey. */
    static String leg(LegView leg) {
        LegCarrier carrier = leg.carrier();
        String name = carrier == null ? "the partner carrier" : carrier.name();
        Stage stage = leg.stage();
        if (stage == null) {
            return leg.trackingNumber() + " with " + name;
        }
        String piece = leg.piece().isBlank() ? "" : "piece " + leg.piece() + ", ";
        return piece + name + ": " + stage.title();
    }

    /** When the carrier was last heard, and why not since. */
    static String freshness(FreshnessView freshness, Instant now) {
        Instant checkedAt = freshness.checkedAt();
        String checked = checkedAt == null ? "Never answered" : "Checked " + ago(checkedAt, now);
        FailureKind reason = freshness.reason();
        if (reason != null) {
            return checked + "; since then the carrier " + failure(reason) + ". Shown as it was then.";
        }
        return freshness.state() == Freshness.State.STALE ? checked + "; being asked again." : checked + ".";
    }

    /** How long ago: {@code 3 min ago}. */
    static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < NOTICEABLE_SECONDS) {
            return "just now";
        }
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours == 0) {
            return minutes + " min ago";
        }
        return hours < HOURS_UP_TO ? hours + " h ago" : hours / 24 + " days ago";
    }

    private static String failure(FailureKind kind) {
        return switch (kind) {
            case NOT_CONFIGURED -> "is no longer set up here";
            case REFUSED -> "refuses our access";
            case BAD_REQUEST, INVALID_NUMBER -> "refuses the question";
            case OVER_QUOTA -> "lets us ask no more for now";
            case UNAVAILABLE, CIRCUIT_OPEN -> "does not answer properly";
            case TIMEOUT -> "does not answer in time";
            case BUSY -> "could not be asked, there is too much to do";
            case UNREADABLE, TOO_LARGE -> "answers something that cannot be understood";
        };
    }

    /** An enumeration's constant in lower case, for a sentence. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
