package org.trackno.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trackno.model.EventType;
import org.trackno.model.Stage;
import org.trackno.model.TrackingEvent;
import org.trackno.store.StoredParcel;

/**
 * What reading a parcel's kept answers again changed.
 *
 * @param trackingNumber whose
 * @param outcome in a word
 * @param stageBefore the stage that was served
 * @param stageAfter the stage that is served now
 * @param eventsChanged reports of another type now
 * @param eventsAdded reports that were not read before
 * @param eventsReplaced reports that the answers do not yield any more, because the mapping reads them differently
 * @param newlyMapped codes that were unmapped before and no longer are
 * @param stillUnmapped codes that the code table does not list
 * @param detail why an answer can no longer be read; blank otherwise
 */
public record RereadParcel(
        String trackingNumber,
        Outcome outcome,
        Stage stageBefore,
        Stage stageAfter,
        List<EventChange> eventsChanged,
        int eventsAdded,
        int eventsReplaced,
        List<String> newlyMapped,
        List<String> stillUnmapped,
        String detail) {

    /** What came of a parcel, in a word. */
    public enum Outcome {
        /** Something is served differently now. */
        CHANGED,
        /** Everything is as it was. */
        UNCHANGED,
        /** An answer that was understood once no longer is: the parcel was left alone. */
        UNREADABLE,
        /** No answer is kept: the parcel was left alone. */
        NO_ANSWERS
    }

    /** A report of another type now; {@code at} as the carrier stated it, types as terms of the vocabulary. */
    public record EventChange(String at, String code, String typeBefore, String typeAfter) {}

    /** A parcel that was left as it was. */
    static RereadParcel untouched(ParcelKey key, StoredParcel parcel, Outcome outcome, String detail) {
        Stage stage = stage(key, parcel);
        return new RereadParcel(
                key.number().value(), outcome, stage, stage, List.of(), 0, 0, List.of(), unmapped(parcel), detail);
    }

    /** What tells a parcel from what it was. */
    static RereadParcel of(ParcelKey key, StoredParcel before, StoredParcel after) {
        Map<ReportKey, TrackingEvent> then = reports(before);
        Map<ReportKey, TrackingEvent> now = reports(after);
        List<EventChange> changes = new ArrayList<>();
        now.forEach((report, event) -> change(then.get(report), event).ifPresent(changes::add));
        String unmapped = EventType.UNMAPPED.term();
        boolean same = Set.copyOf(before.pieces()).equals(Set.copyOf(after.pieces()));
        return new RereadParcel(
                key.number().value(),
                same ? Outcome.UNCHANGED : Outcome.CHANGED,
                stage(key, before),
                stage(key, after),
                changes.stream()
                        .sorted(java.util.Comparator.comparing(EventChange::at).thenComparing(EventChange::code))
                        .toList(),
                lacking(now, then),
                lacking(then, now),
                distinct(changes.stream()
                        .filter(change -> change.typeBefore().equals(unmapped))
                        .map(EventChange::code)),
                unmapped(after),
                "");
    }

    private static Optional<EventChange> change(
            @org.jspecify.annotations.Nullable TrackingEvent before, TrackingEvent after) {
        return before == null || before.type() == after.type()
                ? Optional.empty()
                : Optional.of(new EventChange(
                        after.at().local(),
                        MappedAnswer.words(after),
                        before.type().term(),
                        after.type().term()));
    }

    private static Map<ReportKey, TrackingEvent> reports(StoredParcel parcel) {
        Map<ReportKey, TrackingEvent> reports = new HashMap<>();
        parcel.pieces().forEach(piece -> piece.reports()
                .forEach(event -> reports.put(ReportKey.of(piece.piece(), event), event)));
        return reports;
    }

    private static int lacking(Map<ReportKey, TrackingEvent> from, Map<ReportKey, TrackingEvent> in) {
        return (int) from.keySet().stream().filter(key -> !in.containsKey(key)).count();
    }

    private static List<String> unmapped(StoredParcel parcel) {
        return distinct(parcel.pieces().stream()
                .flatMap(piece -> piece.reports().stream())
                .filter(event -> event.type() == EventType.UNMAPPED)
                .map(MappedAnswer::words));
    }

    private static List<String> distinct(Stream<String> codes) {
        return codes.distinct().sorted().toList();
    }

    private static Stage stage(ParcelKey key, StoredParcel parcel) {
        return KnownParcel.of(key, parcel, Map.of())
                .map(known -> known.parcel().timeline().stage())
                .orElse(Stage.UNKNOWN);
    }
}
