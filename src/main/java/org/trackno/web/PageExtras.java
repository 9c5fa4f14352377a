package org.trackno.web;

import org.jspecify.annotations.Nullable;
import org.trackno.geography.Gazetteer;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.Snapshot;

/**
 * What a parcel's page offers beside what it tells of the parcel.
 *
 * @param map of the towns passed; null when there is no way to draw
 * @param calendar address of the expected date for a calendar; null when nobody knows one
 * @param provable whether the carrier told a postcode, so that typing it proves something
 */
record PageExtras(@Nullable MapView map, @Nullable String calendar, boolean provable) {
    /** What there is for a snapshot. */
    static PageExtras of(Snapshot snapshot, KnownParcel known, Reading reading, Messages messages, Gazetteer towns) {
        Addresses.PageAddress address = reading.address();
        String postcode = known.parcel().destination().postalCode();
        return new PageExtras(
                MapView.of(RouteMap.of(snapshot, towns), address, messages),
                snapshot.estimate() == null ? null : address.below("expected.ics"),
                postcode != null && postcode.chars().anyMatch(Character::isLetterOrDigit));
    }
}
