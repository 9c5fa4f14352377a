package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trackno.model.EventTime;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;
import org.trackno.store.Sighting.PieceReport;
import org.trackno.store.SightingWrites.Write;

/** Rows of {@code tracking_event}. The database refuses duplicates by their fingerprint. */
final class EventRows {
    /** A report to insert; taken back at once when a replay finds both in the kept answers. */
    private record Added(PieceReport report, boolean takenBack) {}

    private EventRows() {}

    /** The columns of what was added, then those of what was taken back. */
    static void add(Tuple to, List<Write> writes) {
        Items<Added> added = Items.ofMany(writes, write -> added(write.sighting()));
        to.addArrayOfInteger(added.items());
        to.addArrayOfBuffer(added.column(Buffer[]::new, row -> fingerprint(row.report())));
        to.addArrayOfString(added.column(String[]::new, row -> row.report().piece()));
        to.addArrayOfString(added.column(String[]::new, of(event -> event.type().term())));
        to.addArrayOfString(
                added.column(String[]::new, row -> row.report().report().code()));
        to.addArrayOfString(added.column(String[]::new, of(event -> event.at().local())));
        to.addArrayOfString(
                added.column(String[]::new, row -> offset(row.report().report().at())));
        to.addArrayOfString(
                added.column(String[]::new, of(event -> event.at().zoneBasis().name())));
        to.addArrayOfOffsetDateTime(added.column(
                OffsetDateTime[]::new,
                row -> Database.time(row.report().report().at().instant().orElse(null))));
        to.addArrayOfString(added.column(String[]::new, of(StateJson::write)));
        to.addArrayOfBoolean(added.column(Boolean[]::new, Added::takenBack));

        Items<PieceReport> withdrawn = Items.ofMany(writes, write -> withdrawn(write.sighting()));
        to.addArrayOfInteger(withdrawn.items());
        to.addArrayOfBuffer(withdrawn.column(Buffer[]::new, EventRows::fingerprint));
    }

    private static List<Added> added(Sighting sighting) {
        Set<PieceReport> withdrawn = new HashSet<>(sighting.withdrawn());
        return sighting.added().stream()
                .map(report -> new Added(report, withdrawn.contains(report)))
                .toList();
    }

    private static List<PieceReport> withdrawn(Sighting sighting) {
        List<PieceReport> known = new ArrayList<>(sighting.withdrawn());
        known.removeAll(new HashSet<>(sighting.added()));
        return known;
    }

    private static Function<Added, String> of(Function<TrackingEvent, String> cell) {
        return row -> cell.apply(row.report().report());
    }

    private static @org.jspecify.annotations.Nullable String offset(EventTime at) {
        return at.offset() == null ? null : at.offset().getId();
    }

    /**
     * What makes a report the same report: piece, moment, code, place and words as the carrier gave them. Not our reading
     * of the code, so that a better code table does not make history twice.
     */
    private static Buffer fingerprint(PieceReport piece) {
        TrackingEvent report = piece.report();
        String identity = String.join(
                "\u001f",
                piece.piece(),
                report.at().local(),
                String.valueOf(report.at().offset()),
                String.valueOf(report.code()),
                identity(report.place()),
                String.valueOf(report.description()),
                String.valueOf(report.withdrawn()));
        return Buffer.buffer(Digests.sha256(identity.getBytes(StandardCharsets.UTF_8)));
    }

    /** What {@link Place#toString()} makes, in a tenth of its time. It is part of stored fingerprints, so it stays as it is. */
    static String identity(Place place) {
        return "Place[name=" + place.name() + ", locality=" + place.locality() + ", region=" + place.region()
                + ", postalCode=" + place.postalCode() + ", country=" + place.country() + ", latitude="
                + place.latitude()
                + ", longitude=" + place.longitude() + "]";
    }
}
