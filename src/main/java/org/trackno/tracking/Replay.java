package org.trackno.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.store.Sighting;
import org.trackno.store.Sighting.PieceReport;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;

/**
 * A parcel as its kept answers tell it, read again from the first to the last with the mapping and code table of today. A
 * pure function of those answers.
 */
final class Replay {
    private final ParcelKey key;
    private final List<Piece> pieces;
    private final Set<PieceReport> stated;

    private Replay(ParcelKey key, List<Piece> pieces, Set<PieceReport> stated) {
        this.key = key;
        this.pieces = pieces;
        this.stated = stated;
    }

    /** Either the parcel, or why an answer can no longer be read: only answers that were understood are kept. */
    record Result(@Nullable Replay replay, String failure) {}

    /** Reads the answers, oldest first. */
    static Result of(ParcelKey key, CarrierAdapter adapter, List<RawAnswer> answers) {
        TrackingQuery query = TrackingQuery.of(key.number());
        StoredParcel parcel =
                new StoredParcel(key.carrier().id(), key.number(), List.of(), Instant.EPOCH, Instant.EPOCH, null, null);
        Set<PieceReport> stated = new HashSet<>();
        for (RawAnswer answer : answers) {
            TrackingOutcome outcome = adapter.read(new CarrierAnswer(answer.httpStatus(), answer.body(), null), query);
            if (!(outcome instanceof Found found)) {
                return new Result(null, failure(outcome));
            }
            found.reports().forEach(report -> report.events()
                    .forEach(event -> stated.add(new PieceReport(report.piece(), event))));
            parcel = Merge.of(Optional.of(parcel), found).parcel(key, Instant.EPOCH);
        }
        return new Result(new Replay(key, parcel.pieces(), stated), "");
    }

    /**
     * What to store.
     *
     * @param before the parcel before the answers were fetched; of its reports those that no answer yields any more go
     * @param now the parcel as it is stored now; what a carrier told in between stays
     */
    Sighting sighting(StoredParcel before, StoredParcel now) {
        Set<PieceReport> told = reports(pieces);
        Set<ReportKey> toldKeys = new HashSet<>();
        told.forEach(report -> toldKeys.add(ReportKey.of(report.piece(), report.report())));
        Set<PieceReport> after = new LinkedHashSet<>(told);
        List<PieceReport> gone = new ArrayList<>();
        Set<PieceReport> knownBefore = reports(before.pieces());
        for (PieceReport report : reports(now.pieces())) {
            if (toldKeys.contains(ReportKey.of(report.piece(), report.report()))) {
                continue;
            }
            (knownBefore.contains(report) ? gone : after).add(report);
        }
        return sighting(now, after, gone);
    }

    private Sighting sighting(StoredParcel now, Set<PieceReport> after, List<PieceReport> gone) {
        Set<PieceReport> known = reports(now.pieces());
        List<PieceReport> added = new ArrayList<>();
        List<PieceReport> withdrawn = new ArrayList<>();
        for (PieceReport report : after) {
            boolean takenBackByUs = report.report().withdrawn() && !stated.contains(report);
            if (!known.contains(report)) {
                added.add(takenBackByUs ? asStated(report) : report);
                if (takenBackByUs) {
                    withdrawn.add(asStated(report));
                }
            }
        }
        for (PieceReport report : gone) {
            withdrawn.add(report);
            withdrawn.add(asStated(report));
        }
        StoredParcel parcel = new StoredParcel(
                key.carrier().id(),
                key.number(),
                pieces(now, after),
                now.checkedAt(),
                now.triedAt(),
                now.failure(),
                now.retryAt());
        return new Sighting(parcel, added, withdrawn, null, null, null);
    }

    private List<Piece> pieces(StoredParcel now, Set<PieceReport> after) {
        Map<String, Piece> described = new LinkedHashMap<>();
        now.pieces().forEach(piece -> described.put(piece.piece(), piece));
        pieces.forEach(piece -> described.put(piece.piece(), piece));
        return described.values().stream()
                .map(piece -> with(piece, after))
                .filter(piece -> !piece.reports().isEmpty() || pieces.contains(piece))
                .toList();
    }

    private static Piece with(Piece piece, Set<PieceReport> after) {
        List<TrackingEvent> reports = after.stream()
                .filter(report -> report.piece().equals(piece.piece()))
                .map(PieceReport::report)
                .sorted(TrackingEvent.OLDEST_FIRST)
                .toList();
        return new Piece(
                piece.piece(),
                piece.service(),
                piece.origin(),
                piece.destination(),
                piece.estimate(),
                piece.proofOfDelivery(),
                piece.partner(),
                reports);
    }

    private static Set<PieceReport> reports(List<Piece> pieces) {
        Set<PieceReport> reports = new LinkedHashSet<>();
        pieces.forEach(piece -> piece.reports().forEach(event -> reports.add(new PieceReport(piece.piece(), event))));
        return reports;
    }

    private static PieceReport asStated(PieceReport report) {
        TrackingEvent event = report.report();
        return new PieceReport(
                report.piece(),
                new TrackingEvent(event.at(), event.type(), event.code(), event.description(), event.place(), false));
    }

    private static String failure(TrackingOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.kind() + ": " + failed.detail();
        }
        return outcome instanceof NotFound notFound ? "NOT_FOUND: " + notFound.detail() : "";
    }
}
