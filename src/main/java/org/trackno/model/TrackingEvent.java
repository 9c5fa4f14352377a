package org.trackno.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a parcel, as the carrier reported it.
 *
 * @param at when
 * @param type what, in our vocabulary
 * @param code the carrier's code, which tells two events of one moment apart; null when the carrier gave none
 * @param description the carrier's own words; may hold names, so it is shown with proof only
 * @param place where
 * @param withdrawn whether the carrier took the report back; such an event stays visible and moves nothing
 */
public record TrackingEvent(
        EventTime at,
        EventType type,
        @Nullable String code,
        @Nullable String description,
        Place place,
        boolean withdrawn) {

    /**
     * Oldest first. Events of one moment are ordered by how far they bring the parcel; what settles a problem or corrects a
     * delivery comes after it. The rest is ordered by content, so that the order never depends on the order of arrival.
     */
    public static final Comparator<TrackingEvent> OLDEST_FIRST = Comparator.comparing(TrackingEvent::at)
            .thenComparing(TrackingEvent::reach)
            .thenComparing(TrackingEvent::settles)
            .thenComparing(TrackingEvent::type)
            .thenComparing(TrackingEvent::code, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(e -> e.place().toString())
            .thenComparing(TrackingEvent::description, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TrackingEvent::withdrawn);

    private int reach() {
        return type == EventType.DELIVERY_CORRECTED
                ? Stage.DELIVERED.ordinal()
                : type.stage().map(Stage::ordinal).orElse(-1);
    }

    private boolean settles() {
        return switch (type) {
            case RELEASED_BY_CUSTOMS, PROBLEM_RESOLVED, DELIVERY_CORRECTED -> true;
            default -> false;
        };
    }

    /** The same report, taken back by the carrier. */
    public TrackingEvent withdraw() {
        return new TrackingEvent(at, type, code, description, place, true);
    }
}
