package org.trackno.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.geography.Gazetteer;
import org.trackno.model.Carrier;
import org.trackno.model.Parcel;
import org.trackno.model.TrackingNumber;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.Snapshot;

/**
 * What a parcel's page offers beside what it tells of the parcel.
 *
 * @param map of the towns passed; null when there is no way to draw
 * @param calendar address of the expected date for a calendar; null when nobody knows one
 * @param provable whether the carrier told a postcode, so that typing it proves something
 * @param legPages the carriers' pages of the journey's other numbers, by number
 */
record PageExtras(@Nullable MapView map, @Nullable String calendar, boolean provable, Map<String, String> legPages) {
    /** What there is for a snapshot. */
    static PageExtras of(
            Snapshot snapshot,
            KnownParcel known,
            Reading reading,
            Messages messages,
            Gazetteer towns,
            BiFunction<Carrier, TrackingNumber, Optional<String>> carrierPages) {
        Addresses.PageAddress address = reading.address();
        String postcode = known.parcel().destination().postalCode();
        Map<String, String> legs = known.others().stream()
                .filter(other -> TrackingNumber.isCanonical(other.piece()))
                .collect(Collectors.toMap(
                        Parcel::piece,
                        other -> carrierPages
                                .apply(other.carrier(), new TrackingNumber(other.piece()))
                                .orElse(""),
                        (one, same) -> one));
        return new PageExtras(
                MapView.of(RouteMap.of(snapshot, towns), address, messages),
                snapshot.estimate() == null ? null : address.below("expected.ics"),
                postcode != null && postcode.chars().anyMatch(Character::isLetterOrDigit),
                legs);
    }

    /** The carrier's page of another number of the journey; blank when it has none. */
    public String legPage(String number) {
        return legPages.getOrDefault(number, "");
    }
}
