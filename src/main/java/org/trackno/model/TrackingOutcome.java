package org.trackno.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking a carrier. Expected trouble is a value here, never an exception. */
public sealed interface TrackingOutcome {

    /**
     * The carrier knows the number.
     *
     * @param reports one a parcel: several when the number names a consignment or was used in several divisions
     * @param setAside why events were set aside that cannot be read; their raw answer is kept
     */
    record Found(List<ParcelReport> reports, List<String> setAside) implements TrackingOutcome {
        public Found {
            reports = List.copyOf(reports);
            setAside = List.copyOf(setAside);
            if (reports.isEmpty()) {
                throw new IllegalArgumentException("Found needs a report");
            }
        }
    }

    /**
     * The carrier does not know the number, or not yet: hardly any carrier tells the two apart.
     *
     * @param detail the carrier's words
     */
    record NotFound(String detail) implements TrackingOutcome {}

    /**
     * The carrier could not be asked or understood.
     *
     * @param kind why, whose fault, and whether to try again
     * @param detail what happened, for operators; never holds personal data
     * @param retryAfter how long the carrier asked us to wait; null when it did not
     */
    record Failed(FailureKind kind, String detail, @Nullable Duration retryAfter) implements TrackingOutcome {
        /** A failure without a stated waiting time. */
        public Failed(FailureKind kind, String detail) {
            this(kind, detail, null);
        }
    }
}
