package org.trackno.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.EventType;
import org.trackno.model.FailureKind;
import org.trackno.model.Parcel;
import org.trackno.model.ParcelReport;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;

/**
 * One saved answer in our shape.
 *
 * @param file where it was saved
 * @param outcome FOUND, NOT_FOUND or FAILED
 * @param snapshots one a parcel in the answer
 * @param failure why it is not FOUND; null when it is
 * @param unmapped codes, each once, that the code table does not list
 * @param setAside why events were set aside that cannot be read
 */
public record MappedAnswer(
        String file,
        Outcome outcome,
        List<Snapshot> snapshots,
        @Nullable Failure failure,
        List<String> unmapped,
        List<String> setAside) {
    /** Stands in for the number where an answer does not repeat it. */
    private static final TrackingNumber UNSTATED = new TrackingNumber("UNSTATED");

    /** What came of reading. */
    public enum Outcome {
        FOUND,
        NOT_FOUND,
        FAILED
    }

    /** Why there is no parcel: {@code kind} is null when the carrier simply does not know the number. */
    public record Failure(@Nullable FailureKind kind, String detail) {}

    /** The outcome of reading a file. */
    public static MappedAnswer of(String file, Carrier carrier, TrackingOutcome outcome) {
        if (outcome instanceof Found found) {
            return found(file, carrier, found);
        }
        if (outcome instanceof NotFound notFound) {
            return new MappedAnswer(
                    file, Outcome.NOT_FOUND, List.of(), new Failure(null, notFound.detail()), List.of(), List.of());
        }
        Failed failed = (Failed) outcome;
        Failure failure = new Failure(failed.kind(), failed.detail());
        return new MappedAnswer(file, Outcome.FAILED, List.of(), failure, List.of(), List.of());
    }

    private static MappedAnswer found(String file, Carrier carrier, Found found) {
        SnapshotWriter writer = new SnapshotWriter(Audience.ENTITLED);
        List<Snapshot> snapshots = found.reports().stream()
                .map(report -> Parcel.of(carrier, number(report), report))
                .map(parcel -> writer.write(parcel, Legs.asTold(parcel), null, new Snapshot.Links("", null)))
                .toList();
        List<String> unmapped = found.reports().stream()
                .flatMap(report -> report.events().stream())
                .filter(event -> event.type() == EventType.UNMAPPED)
                .map(MappedAnswer::words)
                .distinct()
                .sorted()
                .toList();
        return new MappedAnswer(file, Outcome.FOUND, snapshots, null, unmapped, found.setAside());
    }

    /** What the carrier calls an event: its code, else its words. */
    static String words(TrackingEvent event) {
        String code = event.code();
        return code != null ? code : event.description() == null ? "(no code)" : event.description();
    }

    private static TrackingNumber number(ParcelReport report) {
        TrackingNumber number = report.number();
        return number == null ? UNSTATED : number;
    }
}
