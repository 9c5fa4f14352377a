package org.trackno.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.Estimate;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.Freshness;
import org.trackno.model.Parcel;
import org.trackno.model.Place;
import org.trackno.model.Problem;
import org.trackno.model.ProofOfDelivery;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.support.Digits;
import org.trackno.tracking.Snapshot.At;
import org.trackno.tracking.Snapshot.CarrierName;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.FreshnessView;
import org.trackno.tracking.Snapshot.LegView;
import org.trackno.tracking.Snapshot.Links;
import org.trackno.tracking.Snapshot.PlaceView;
import org.trackno.tracking.Snapshot.ProblemView;
import org.trackno.tracking.Snapshot.ProofView;

/**
 * Writes a parcel as a snapshot for an audience. Without proof it shows stage, dates, towns of scans and our own wording;
 * never a postcode, street, name, coordinate or the carrier's free text.
 */
public final class SnapshotWriter {
    private final Audience audience;

    /** A writer for one audience. */
    public SnapshotWriter(Audience audience) {
        this.audience = audience;
    }

    /** The snapshot of a parcel, the other legs of its journey beside it. */
    public Snapshot write(Parcel parcel, List<LegView> journey, @Nullable Freshness freshness, Links links) {
        Timeline timeline = parcel.timeline();
        Stage stage = timeline.stage();
        EventType current = timeline.headline().orElse(null);
        Estimate estimate = stage.isFinal() ? null : parcel.estimate();
        return new Snapshot(
                parcel.number().value(),
                name(parcel.carrier()),
                stage,
                current == null ? null : current.term(),
                current == null ? stage.title() : current.title(),
                parcel.service(),
                endpoint(parcel.origin()),
                endpoint(parcel.destination()),
                timeline.problem().map(SnapshotWriter::problem).orElse(null),
                estimate == null ? null : estimate(estimate),
                timeline.deliveredAt().map(EventTime::iso).orElse(null),
                stage == Stage.DELIVERED ? proof(parcel.proofOfDelivery()) : null,
                timeline.newestFirst().stream().map(this::event).toList(),
                journey,
                freshness == null ? null : freshness(freshness),
                links);
    }

    /** A moment in JSON. */
    public static At at(EventTime time) {
        return new At(
                time.local(),
                time.offset() == null ? null : time.iso().substring(time.local().length()),
                time.zoneBasis(),
                time.instant().orElse(null));
    }

    private EventView event(TrackingEvent event) {
        Stage stage = event.type().stage().orElse(null);
        return new EventView(
                at(event.at()),
                stage,
                event.type().term(),
                event.type().title(),
                audience == Audience.ENTITLED ? event.description() : null,
                publicCode(event),
                scanPlace(event.place(), stage),
                event.withdrawn());
    }

    /** A code of an unmapped event may be free text, and free text may hold names. */
    private @Nullable String publicCode(TrackingEvent event) {
        boolean ours = event.type() != EventType.UNMAPPED;
        return audience == Audience.ENTITLED || ours ? event.code() : null;
    }

    private @Nullable PlaceView scanPlace(Place place, @Nullable Stage stage) {
        if (audience == Audience.ENTITLED) {
            return full(place);
        }
        boolean nearRecipient = stage != null && stage.compareTo(Stage.OUT_FOR_DELIVERY) >= 0;
        if (audience == Audience.STRICT && nearRecipient) {
            return countryOnly(place);
        }
        return nonEmpty(new Place(null, town(place.locality()), place.region(), null, place.country(), null, null));
    }

    /** Carriers put streets into the town; a town has no digits in it. */
    private static @Nullable String town(@Nullable String locality) {
        return locality == null || Digits.areIn(locality) ? null : locality;
    }

    private @Nullable PlaceView endpoint(Place place) {
        return audience == Audience.ENTITLED ? full(place) : countryOnly(place);
    }

    private static @Nullable PlaceView countryOnly(Place place) {
        return nonEmpty(Place.ofCountry(place.country()));
    }

    private static @Nullable PlaceView nonEmpty(Place place) {
        return place.isNowhere() ? null : full(place);
    }

    private static @Nullable PlaceView full(Place place) {
        return place.isNowhere()
                ? null
                : new PlaceView(
                        place.name(),
                        place.locality(),
                        place.region(),
                        place.postalCode(),
                        place.country(),
                        place.latitude(),
                        place.longitude());
    }

    private @Nullable ProofView proof(@Nullable ProofOfDelivery proof) {
        if (proof == null) {
            return null;
        }
        boolean entitled = audience == Audience.ENTITLED;
        return new ProofView(
                entitled ? proof.signedBy() : null, entitled ? proof.leftAt() : null, proof.signature(), proof.photo());
    }

    private static CarrierName name(Carrier carrier) {
        return new CarrierName(carrier.id(), carrier.name());
    }

    private static ProblemView problem(Problem problem) {
        return new ProblemView(
                problem.type().term(),
                problem.owner(),
                problem.since().iso(),
                problem.actionRequired(),
                problem.advice());
    }

    private static EstimateView estimate(Estimate estimate) {
        return new EstimateView(estimate.from().iso(), estimate.to().iso(), estimate.basis());
    }

    /** How recent a parcel is, in JSON. */
    static FreshnessView freshness(Freshness freshness) {
        return new FreshnessView(
                freshness.state(),
                freshness.checkedAt(),
                freshness.carrierReportedAt(),
                freshness.nextCheckAt(),
                freshness.reason());
    }
}
