package org.trackno.tracking;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;

/** What makes a report the same report, however we read its code, and whether or not it was taken back: what the carrier gave. */
record ReportKey(
        String piece,
        String local,
        @Nullable ZoneOffset offset,
        @Nullable String code,
        Place place,
        @Nullable String description) {

    static ReportKey of(String piece, TrackingEvent event) {
        return new ReportKey(
                piece, event.at().local(), event.at().offset(), event.code(), event.place(), event.description());
    }
}
