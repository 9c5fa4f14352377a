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
     * Oldest first. Events of one moment are ordered by how far they bring the parcel, then by their content, so that the
     * order never depends on the order in which they arrived.
     */
    public static final Comparator<TrackingEvent> OLDEST_FIRST = Comparator.comparing(TrackingEvent::at)
            .thenComparing(e -> e.type().stage().map(Stage::ordinal).orElse(-1))
            .thenComparing(TrackingEvent::type)
            .thenComparing(TrackingEvent::code, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(e -> e.place().toString())
            .thenComparing(TrackingEvent::description, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TrackingEvent::withdrawn);

    /** The same report, taken back by the carrier. */
    public TrackingEvent withdraw() {
        return new TrackingEvent(at, type, code, description, place, true);
    }
}
