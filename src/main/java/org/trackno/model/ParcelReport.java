package org.trackno.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of a carrier says about one parcel.
 *
 * @param number the parcel's own number as the carrier names it; null when the answer does not repeat it
 * @param piece what tells this parcel from others under the same number (division, package number); blank when it is alone
 * @param service the product in the carrier's words
 * @param origin where it comes from
 * @param destination where it goes; the postcode is the proof of entitlement
 * @param estimate when delivery is expected
 * @param proofOfDelivery how delivery is proved
 * @param partner who has it before or after a hand-over; null when not told
 * @param events every event of the answer, in the order of the answer
 */
public record ParcelReport(
        @Nullable TrackingNumber number,
        String piece,
        @Nullable String service,
        Place origin,
        Place destination,
        @Nullable Estimate estimate,
        @Nullable ProofOfDelivery proofOfDelivery,
        @Nullable Partner partner,
        List<TrackingEvent> events) {

    public ParcelReport {
        events = List.copyOf(events);
    }
}
