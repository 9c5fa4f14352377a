package org.trackno.model;

import org.jspecify.annotations.Nullable;

/**
 * One tracked item with one carrier, as all its answers so far describe it.
 *
 * @param carrier who carries it
 * @param number its tracking number
 * @param piece what tells it from other parcels under the same number; blank when it is alone
 * @param service the product in the carrier's words
 * @param origin where it comes from
 * @param destination where it goes
 * @param estimate when delivery is expected
 * @param proofOfDelivery how delivery is proved
 * @param partner who has it before or after a hand-over; null when not told
 * @param timeline its events
 */
public record Parcel(
        Carrier carrier,
        TrackingNumber number,
        String piece,
        @Nullable String service,
        Place origin,
        Place destination,
        @Nullable Estimate estimate,
        @Nullable ProofOfDelivery proofOfDelivery,
        @Nullable Partner partner,
        Timeline timeline) {

    /** The parcel as a first report describes it. */
    public static Parcel of(Carrier carrier, TrackingNumber number, ParcelReport report) {
        return new Parcel(
                carrier,
                number,
                report.piece(),
                report.service(),
                report.origin(),
                report.destination(),
                report.estimate(),
                report.proofOfDelivery(),
                report.partner(),
                Timeline.of(report.events()));
    }

    /** The parcel after a newer report: its events join the known ones, and what it states replaces what was stated. */
    public Parcel with(ParcelReport newer) {
        return new Parcel(
                carrier,
                number,
                piece,
                newer.service() == null ? service : newer.service(),
                newer.origin().isNowhere() ? origin : newer.origin(),
                newer.destination().isNowhere() ? destination : newer.destination(),
                newer.estimate() == null ? estimate : newer.estimate(),
                newer.proofOfDelivery() == null ? proofOfDelivery : newer.proofOfDelivery(),
                newer.partner() == null ? partner : newer.partner(),
                timeline.plus(newer.events()));
    }
}
