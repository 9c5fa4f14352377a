package org.trackno.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Owner;
import org.trackno.model.Stage;

/**
 * Why a parcel is, or is not, updating.
 *
 * @param trackingNumber in canonical form
 * @param carrier whom it is about
 * @param cause in one code
 * @param stage how far along the parcel is
 * @param owner who has to act; null when nobody has to
 * @param shopper a sentence for the person who waits
 * @param agent a sentence for the person who is asked
 * @param lastCalls the latest look-ups at the carrier, newest first
 * @param nextCheckAt when the carrier is asked again at the earliest; null when it is not
 */
public record Diagnosis(
        String trackingNumber,
        Snapshot.CarrierName carrier,
        Cause cause,
        Stage stage,
        @Nullable Owner owner,
        String shopper,
        String agent,
        List<CallView> lastCalls,
        @Nullable Instant nextCheckAt) {

    public Diagnosis {
        lastCalls = List.copyOf(lastCalls);
    }

    /**
     * One look-up at the carrier. The carrier's own words stay in the ledger: they may hold what only the entitled may read.
     *
     * @param startedAt when
     * @param tookMillis until the last byte, all tries and waiting included
     * @param attempts calls made
     * @param httpStatus of the last one; null when there was no answer
     * @param outcome FOUND, NOT_FOUND or the kind of failure
     */
    public record CallView(
            Instant startedAt, long tookMillis, int attempts, @Nullable Integer httpStatus, String outcome) {}

    /** Why a parcel is, or is not, updating: the causes an agent can act on. */
    public enum Cause {
        /** The journey is over. */
        FINISHED,
        /** The carrier's latest word is less than a few days old. */
        MOVING,
        /** The parcel has a problem that somebody has to solve. */
        PROBLEM,
        /** Announced, but the carrier has not got it. */
        NOT_HANDED_OVER,
        /** Waiting for the recipient to collect it. */
        WAITING_FOR_RECIPIENT,
        /** The carrier answers, but has scanned nothing for days. */
        NO_NEW_SCANS,
        /** The carrier tells codes that we cannot read yet. */
        UNREADABLE_CODES,
        /** The carrier does not know the number (yet). */
        UNKNOWN_TO_CARRIER,
        /** The carrier calls it no number of its own. */
        NUMBER_REFUSED,
        /** The carrier does not answer, or not properly. */
        CARRIER_DOWN,
        /** The carrier lets us ask no more for now. */
        OVER_QUOTA,
        /** The carrier refuses our credentials. */
        CREDENTIALS_REFUSED,
        /** No credentials are configured for the carrier. */
        NOT_CONFIGURED
    }
}
