package org.trackno.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.store.Sighting.PieceReport;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;

/**
 * Joins a carrier's newest answer with what was known. Reports are only ever added. A report that the carrier told before and
 * leaves out now, although its answer speaks of the time before and after, was taken back: it is marked withdrawn. What lies
 * outside the answer's span was merely cut off, and stays; and a scan that is told again in other words was not taken back. A
 * report whose code we read differently now replaces itself.
 */
final class Merge {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<PieceReport> added = new ArrayList<>();
    private final List<PieceReport> withdrawn = new ArrayList<>();

    private Merge() {}

    static Merge of(Optional<StoredParcel> known, Found found) {
        Merge merge = new Merge();
        Map<String, Piece> before = new LinkedHashMap<>();
        known.ifPresent(parcel -> parcel.pieces().forEach(piece -> before.put(piece.piece(), piece)));
        Map<String, ParcelReport> reports = new LinkedHashMap<>();
        found.reports().forEach(report -> reports.merge(report.piece(), report, Merge::together));
        for (ParcelReport report : reports.values()) {
            merge.join(Optional.ofNullable(before.remove(report.piece())), report);
        }
        merge.pieces.addAll(before.values());
        return merge;
    }

    /** Two reports that nothing tells apart are of one parcel. */
    private static ParcelReport together(ParcelReport one, ParcelReport other) {
        List<TrackingEvent> events = new ArrayList<>(one.events());
        events.addAll(other.events());
        return new ParcelReport(
                one.number(),
                one.piece(),
                newer(one.service(), other.service()),
                newer(one.origin(), Optional.of(other.origin())),
                newer(one.destination(), Optional.of(other.destination())),
                newer(one.estimate(), other.estimate()),
                newer(one.proofOfDelivery(), other.proofOfDelivery()),
                newer(one.partner(), other.partner()),
                events);
    }

    /** Every parcel under the number, those of the answer first. */
    List<Piece> pieces() {
        return pieces;
    }

    List<PieceReport> added() {
        return added;
    }

    List<PieceReport> withdrawn() {
        return withdrawn;
    }

    /** The parcel after this answer. */
    StoredParcel parcel(ParcelKey key, Instant now) {
        return new StoredParcel(key.carrier().id(), key.number(), pieces, now, now, null, null);
    }

    private void join(Optional<Piece> known, ParcelReport report) {
        Set<TrackingEvent> told = new HashSet<>(report.events());
        Set<TrackingEvent> kept = new HashSet<>(told);
        List<TrackingEvent> before = known.map(Piece::reports).orElse(List.of());
        for (TrackingEvent event : before) {
            TrackingEvent stated = event.withdrawn() ? reinstate(event) : event;
            if (told.contains(stated) || told.stream().anyMatch(other -> isReadDifferently(stated, other))) {
                continue;
            }
            if (!event.withdrawn() && isWithinSpan(event, report.events()) && !isToldAgain(event, told)) {
                withdrawn.add(new PieceReport(report.piece(), event));
                kept.add(event.withdraw());
            } else {
                kept.add(event);
            }
        }
        Set<TrackingEvent> seenBefore = new HashSet<>(before);
        told.stream()
                .filter(event -> !seenBefore.contains(event))
                .forEach(event -> added.add(new PieceReport(report.piece(), event)));
        pieces.add(piece(known, report, kept));
    }

    private static Piece piece(Optional<Piece> known, ParcelReport report, Set<TrackingEvent> reports) {
        List<TrackingEvent> sorted =
                reports.stream().sorted(TrackingEvent.OLDEST_FIRST).toList();
        return new Piece(
                report.piece(),
                newer(report.service(), known.map(Piece::service).orElse(null)),
                newer(report.origin(), known.map(Piece::origin)),
                newer(report.destination(), known.map(Piece::destination)),
                newer(report.estimate(), known.map(Piece::estimate).orElse(null)),
                newer(
                        report.proofOfDelivery(),
                        known.map(Piece::proofOfDelivery).orElse(null)),
                newer(report.partner(), known.map(Piece::partner).orElse(null)),
                sorted);
    }

    private static TrackingEvent reinstate(TrackingEvent event) {
        return new TrackingEvent(event.at(), event.type(), event.code(), event.description(), event.place(), false);
    }

    private static boolean isReadDifferently(TrackingEvent event, TrackingEvent other) {
        return event.equals(new TrackingEvent(
                other.at(), event.type(), other.code(), other.description(), other.place(), other.withdrawn()));
    }

    /** Whether a report of the same physical scan is among these. */
    private static boolean isToldAgain(TrackingEvent event, Set<TrackingEvent> told) {
        return told.stream()
                .anyMatch(other ->
                        Timeline.of(List.of(event, other)).newestFirst().size() == 1);
    }

    private static boolean isWithinSpan(TrackingEvent event, List<TrackingEvent> answer) {
        EventTime at = event.at();
        boolean before = answer.stream().anyMatch(other -> other.at().compareTo(at) < 0);
        boolean after = answer.stream().anyMatch(other -> other.at().compareTo(at) > 0);
        return before && after;
    }

    private static <T> @Nullable T newer(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    private static Place newer(Place now, Optional<Place> before) {
        return now.isNowhere() ? before.orElse(now) : now;
    }
}
