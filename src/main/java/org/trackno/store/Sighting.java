package org.trackno.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingEvent;

/**
 * What a try at a carrier changes. Written in one transaction or not at all.
 *
 * @param parcel as it is now
 * @param added reports never seen before, seen again after they were withdrawn, or whose code is read differently now
 * @param withdrawn reports that the carrier took back
 * @param answer the raw answer to keep; null when there is none worth keeping
 * @param call the line in the ledger; null when no carrier was called
 * @param ended how the fetch ended whose lease is given back with this; null when there was none
 */
public record Sighting(
        StoredParcel parcel,
        List<PieceReport> added,
        List<PieceReport> withdrawn,
        @Nullable RawAnswer answer,
        @Nullable LedgerEntry call,
        @Nullable Ended ended) {

    /**
     * How a fetch ended, for those in other processes who wait for it.
     *
     * @param outcome NOT_FOUND or the kind of failure; null when there is a parcel to show
     * @param detail for operators, without personal data
     * @param rememberedUntil the carrier is not asked again before; null when it may be at once
     */
    public record Ended(@Nullable String outcome, String detail, @Nullable Instant rememberedUntil) {}

    /** A report of a piece. */
    public record PieceReport(String piece, TrackingEvent report) {}

    /**
     * A raw answer.
     *
     * @param httpStatus as it came
     * @param body as it came; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier's bytes on their way into a column
    public record RawAnswer(int httpStatus, byte[] body) {}

    /**
     * One look-up that asked a carrier.
     *
     * @param startedAt when
     * @param tookMillis until the last byte, all tries and waiting included
     * @param attempts calls made
     * @param httpStatus of the last one; null when there was no answer
     * @param outcome FOUND, NOT_FOUND or the kind of failure
     * @param detail for operators, without personal data
     */
    public record LedgerEntry(
            Instant startedAt,
            long tookMillis,
            int attempts,
            @Nullable Integer httpStatus,
            String outcome,
            String detail) {}
}
