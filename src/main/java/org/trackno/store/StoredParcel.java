package org.trackno.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Estimate;
import org.trackno.model.FailureKind;
import org.trackno.model.Partner;
import org.trackno.model.Place;
import org.trackno.model.ProofOfDelivery;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;

/**
 * All that is known about a tracking number at a carrier.
 *
 * @param carrierId whose number
 * @param number the number
 * @param pieces one a parcel under this number; empty when the carrier never knew it
 * @param checkedAt when the carrier last answered; null before it ever did
 * @param triedAt when it was last asked
 * @param failure why the last try brought nothing; null when it succeeded
 * @param retryAt not asked again before, because the last try failed; null when it did not
 */
public record StoredParcel(
        String carrierId,
        TrackingNumber number,
        List<Piece> pieces,
        @Nullable Instant checkedAt,
        Instant triedAt,
        @Nullable FailureKind failure,
        @Nullable Instant retryAt) {

    public StoredParcel {
        // a copy would read them; nobody changes them either
        pieces = pieces instanceof PiecesInRow ? pieces : List.copyOf(pieces);
    }

    /**
     * One parcel under a number.
     *
     * @param piece what tells it from the others; blank when it is alone
     * @param reports every distinct report of a scan, withdrawn ones marked
     */
    public record Piece(
            String piece,
            @Nullable String service,
            Place origin,
            Place destination,
            @Nullable Estimate estimate,
            @Nullable ProofOfDelivery proofOfDelivery,
            @Nullable Partner partner,
            List<TrackingEvent> reports) {
        public Piece {
            reports = List.copyOf(reports);
        }
    }
}
