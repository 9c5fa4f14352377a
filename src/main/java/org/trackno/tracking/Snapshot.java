package org.trackno.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Estimate;
import org.trackno.model.FailureKind;
import org.trackno.model.Freshness;
import org.trackno.model.Owner;
import org.trackno.model.Stage;
import org.trackno.model.ZoneBasis;

/**
 * The state of a parcel at one moment, as served in JSON. Times are ISO 8601, with an offset only where it is known; a day
 * without hours stays a date.
 *
 * @param trackingNumber as asked for
 * @param carrier who carries it
 * @param stage how far along it is
 * @param eventType what happened last, a term of the vocabulary; null when nothing is known
 * @param title the same in plain English
 * @param service the product in the carrier's words
 * @param origin where it comes from
 * @param destination where it goes
 * @param problem what is wrong now; null when nothing is
 * @param estimate when it is expected; null when unknown or over
 * @param deliveredAt when it was delivered
 * @param proofOfDelivery how delivery is proved
 * @param events newest first
 * @param journey other parcels of the same consignment or number, and the partner of a hand-over
 * @param freshness how recent this is; null for a saved answer
 * @param links where to read more
 */
public record Snapshot(
        @Nullable String trackingNumber,
        CarrierName carrier,
        Stage stage,
        @Nullable String eventType,
        String title,
        @Nullable String service,
        @Nullable PlaceView origin,
        @Nullable PlaceView destination,
        @Nullable ProblemView problem,
        @Nullable EstimateView estimate,
        @Nullable String deliveredAt,
        @Nullable ProofView proofOfDelivery,
        List<EventView> events,
        List<LegView> journey,
        @Nullable FreshnessView freshness,
        Links links) {

    /** A carrier's id and name. */
    public record CarrierName(String id, String name) {}

    /** A place; parts that are unknown or not for this audience are null. */
    public record PlaceView(
            @Nullable String name,
            @Nullable String locality,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** A moment: what the carrier wrote, the offset where it is known and how, and the instant where it follows. */
    public record At(String local, @Nullable String offset, ZoneBasis zoneBasis, @Nullable Instant instant) {}

    /** One event; {@code stage} is null when it does not move the parcel. */
    public record EventView(
            At at,
            @Nullable Stage stage,
            String type,
            String title,
            @Nullable String description,
            @Nullable String code,
            @Nullable PlaceView place,
            boolean withdrawn) {}

    /** What is wrong and who has to act. */
    public record ProblemView(String type, Owner owner, String since, boolean actionRequired, String advice) {}

    /** An expected window. */
    public record EstimateView(String from, String to, Estimate.Basis basis) {}

    /** Proof of delivery; names only for the entitled. */
    public record ProofView(@Nullable String signedBy, @Nullable String leftAt, boolean signature, boolean photo) {}

    /**
     * Another parcel of the same consignment or number, or the same one with the partner of a hand-over.
     *
     * @param trackingNumber its own number where it has one, else the shared one
     * @param carrier who has it; null when a partner is not known
     * @param role what it is to the parcel that is shown
     * @param piece what tells it from others under the same number; blank for a partner
     * @param stage how far along it is; null for a partner, who is not asked
     * @param carrierPage that carrier's public page about it; null when it has none, or the page of the shared number is meant
     */
    public record LegView(
            String trackingNumber,
            @Nullable LegCarrier carrier,
            Role role,
            String piece,
            @Nullable Stage stage,
            @Nullable String carrierPage) {
        /** What a parcel is to another. */
        public enum Role {
            /** A piece of the same consignment. */
            PIECE,
            /** Another shipment that the carrier knows under the same number. */
            SAME_NUMBER,
            /** The carrier that took it over, or handed it over. */
            PARTNER
        }
    }

    /** The carrier of a leg; {@code id} is null when it is none that Trackno knows. */
    public record LegCarrier(@Nullable String id, String name) {}

    /** See {@link Freshness}. */
    public record FreshnessView(
            Freshness.State state,
            @Nullable Instant checkedAt,
            @Nullable Instant carrierReportedAt,
            @Nullable Instant nextCheckAt,
            @Nullable FailureKind reason) {}

    /** The carrier's public page about this parcel, and this snapshot's own address. */
    public record Links(String carrierPage, @Nullable String self) {}
}
