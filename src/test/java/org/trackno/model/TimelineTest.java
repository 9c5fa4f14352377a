package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trackno.model.Events.at;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stories a parcel can have, and what we say of it then. */
class TimelineTest {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 1);

    @Test
    void aParcelOfWhichNothingIsKnown() {
        Timeline timeline = Timeline.of(List.of());

        assertThat(timeline.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(timeline.latest()).isEmpty();
        assertThat(timeline.decisive()).isEmpty();
        assertThat(timeline.problem()).isEmpty();
    }

    @Test
    void aFailedAttemptAndThenADelivery() {
        Timeline attempted = timeline(at(8, EventType.OUT_FOR_DELIVERY), at(10, EventType.RECIPIENT_ABSENT));
        Timeline delivered = attempted.plus(List.of(at(15, EventType.DELIVERED)));

        assertThat(attempted.stage()).isEqualTo(Stage.DELIVERY_ATTEMPTED);
        assertThat(attempted.problem()).map(Problem::owner).contains(Owner.RECIPIENT);
        assertThat(delivered.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(delivered.problem()).isEmpty();
        assertThat(delivered.deliveredAt()).contains(EventTime.ofLocal(DAY.atTime(15, 0)));
    }

    @Test
    void aDeliveryOnTheWayBackIsOneToTheSender() {
        Timeline timeline = timeline(at(9, EventType.RETURN_STARTED), at(15, EventType.DELIVERED));

        assertThat(timeline.stage()).isEqualTo(Stage.RETURNED);
        assertThat(timeline.headline()).contains(EventType.RETURNED_TO_SENDER);
        assertThat(timeline.problem()).map(Problem::type).contains(EventType.RETURNED_TO_SENDER);
        assertThat(timeline.deliveredAt()).isEmpty();
    }

    @Test
    void aScanThatIsFiledAfterTheDelivery() {
        Timeline timeline = timeline(at(12, EventType.DELIVERED), at(14, EventType.DEPARTED_FACILITY));

        assertThat(timeline.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(timeline.decisive()).contains(at(12, EventType.DELIVERED));
        assertThat(timeline.deliveredAt()).contains(EventTime.ofLocal(DAY.atTime(12, 0)));
    }

    @Test
    void anAcceptanceScanThatIsFiledLate() {
        Timeline timeline = timeline(at(9, EventType.ARRIVED_AT_FACILITY), at(11, EventType.POSTED));

        assertThat(timeline.stage()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void aDeliveryThatTheCarrierCorrects() {
        Timeline timeline = timeline(at(12, EventType.DELIVERED), at(13, EventType.DELIVERY_CORRECTED));

        assertThat(timeline.stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(timeline.deliveredAt()).isEmpty();
    }

    @Test
    void aCorrectionOnTheSameDateComesAfterTheDelivery() {
        Timeline timeline = timeline(onlyDated(EventType.DELIVERY_CORRECTED), onlyDated(EventType.DELIVERED));

        assertThat(timeline.stage()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void aDeliveryThatTheCarrierWithdraws() {
        Timeline timeline = timeline(at(8, EventType.OUT_FOR_DELIVERY), at(12, EventType.DELIVERED))
                .plus(List.of(at(12, EventType.DELIVERED).withdraw()));

        assertThat(timeline.stage()).isEqualTo(Stage.OUT_FOR_DELIVERY);
        assertThat(timeline.newestFirst())
                .containsExactly(at(12, EventType.DELIVERED).withdraw(), at(8, EventType.OUT_FOR_DELIVERY));
    }

    @Test
    void onTheWayBackADeliveryIsOneToTheSender() {
        Timeline onItsWay = timeline(
                at(9, EventType.DELIVERY_REFUSED),
                at(10, EventType.RETURN_STARTED),
                at(11, EventType.OUT_FOR_DELIVERY));
        Timeline back = onItsWay.plus(List.of(at(16, EventType.DELIVERED)));

        assertThat(onItsWay.stage()).isEqualTo(Stage.RETURNING);
        assertThat(back.stage()).isEqualTo(Stage.RETURNED);
        assertThat(back.decisive()).contains(at(16, EventType.DELIVERED));
        assertThat(back.deliveredAt()).isEmpty();
    }

    @Test
    void aDeliveryToTheSenderThatTheCarrierCorrects() {
        Timeline timeline = timeline(
                at(9, EventType.RETURN_STARTED),
                at(12, EventType.RETURNED_TO_SENDER),
                at(13, EventType.DELIVERY_CORRECTED));

        assertThat(timeline.stage()).isEqualTo(Stage.RETURNING);
    }

    @Test
    void aCancelledParcelThatIsFoundInTheNetwork() {
        Timeline cancelled = timeline(at(8, EventType.LABEL_CREATED), at(9, EventType.CANCELLED));

        assertThat(cancelled.stage()).isEqualTo(Stage.CANCELLED);
        assertThat(cancelled.plus(List.of(at(10, EventType.POSTED))).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(cancelled
                        .plus(List.of(at(10, EventType.INFORMATION_RECEIVED)))
                        .stage())
                .isEqualTo(Stage.CANCELLED);
    }

    @Test
    void aLostParcelThatIsFoundAndOneThatIsNot() {
        Timeline lost = timeline(at(8, EventType.IN_TRANSIT), at(9, EventType.LOST));

        assertThat(lost.plus(List.of(at(10, EventType.ARRIVED_AT_FACILITY))).stage())
                .isEqualTo(Stage.IN_TRANSIT);
        assertThat(lost.plus(List.of(at(10, EventType.POSTED))).stage()).isEqualTo(Stage.LOST);
    }

    @Test
    void customsHoldsAndReleases() {
        Timeline held = timeline(at(8, EventType.PRESENTED_TO_CUSTOMS), at(9, EventType.HELD_BY_CUSTOMS));
        Timeline released = held.plus(List.of(at(11, EventType.RELEASED_BY_CUSTOMS)));

        assertThat(held.problem()).map(Problem::owner).contains(Owner.CUSTOMS);
        assertThat(released.problem()).isEmpty();
        assertThat(released.stage()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void customsHoldsAndReleasesOnTheSameDate() {
        Timeline timeline = timeline(onlyDated(EventType.RELEASED_BY_CUSTOMS), onlyDated(EventType.HELD_BY_CUSTOMS));

        assertThat(timeline.problem()).isEmpty();
    }

    @Test
    void aProblemLastsSinceTheFirstReportOfItsRun() {
        Timeline timeline = timeline(
                at(7, EventType.HELD_BY_CUSTOMS),
                at(8, EventType.RELEASED_BY_CUSTOMS),
                at(9, EventType.HELD_BY_CUSTOMS),
                at(10, EventType.NOTE),
                at(11, EventType.HELD_BY_CUSTOMS));

        assertThat(timeline.problem()).map(Problem::since).contains(EventTime.ofLocal(DAY.atTime(9, 0)));
    }

    @Test
    void aWithdrawnReportDoesNotSayHowLongAProblemLasts() {
        Timeline timeline = timeline(
                at(9, EventType.DELIVERED_IN_PART),
                at(10, EventType.DEPARTED_FACILITY),
                at(11, EventType.DELIVERED_IN_PART).withdraw());

        assertThat(timeline.problem()).map(Problem::since).contains(EventTime.ofLocal(DAY.atTime(9, 0)));
    }

    @Test
    void anUnmappedEventIsShownAndEndsNoProblem() {
        Timeline timeline = timeline(at(9, EventType.HELD_BY_CUSTOMS), at(10, EventType.UNMAPPED));

        assertThat(timeline.newestFirst()).first().isEqualTo(at(10, EventType.UNMAPPED));
        assertThat(timeline.latest()).contains(at(9, EventType.HELD_BY_CUSTOMS));
        assertThat(timeline.problem()).isPresent();
    }

    @Test
    void placeWordsAndZoneThatCameLaterJoinTheFirstReport() {
        LocalDateTime noon = DAY.atTime(12, 0);
        TrackingEvent first = scan(EventTime.ofLocal(noon), null, town("Eastham", null));
        TrackingEvent named = scan(EventTime.ofLocal(noon), "arrived", town("Eastham", "North hub"));
        TrackingEvent zoned =
                scan(EventTime.ofStated(OffsetDateTime.of(noon, ZoneOffset.ofHours(-5))), null, Place.NOWHERE);

        assertThat(timeline(first, named, zoned).newestFirst())
                .containsExactly(scan(zoned.at(), "arrived", town("Eastham", "North hub")));
    }

    @Test
    void scansAtOneTimeInTwoTownsAreTwo() {
        EventTime noon = EventTime.ofLocal(DAY.atTime(12, 0));

        assertThat(timeline(scan(noon, null, town("Eastham", null)), scan(noon, null, town("Westham", null)))
                        .newestFirst())
                .hasSize(2);
    }

    @Test
    void withoutACodeDifferentTypesAtOneTimeAreTwoEvents() {
        TrackingEvent labelled = codeless(EventType.LABEL_CREATED);
        TrackingEvent delivered = codeless(EventType.DELIVERED);

        assertThat(timeline(labelled, delivered).newestFirst()).containsExactly(delivered, labelled);
    }

    @Test
    void aCodelessReportThatIsUnderstoodLaterIsTheSameEvent() {
        assertThat(timeline(codeless(EventType.UNMAPPED), codeless(EventType.DELIVERED))
                        .newestFirst())
                .containsExactly(codeless(EventType.DELIVERED));
    }

    private static Timeline timeline(TrackingEvent... events) {
        return Timeline.of(List.of(events));
    }

    private static TrackingEvent onlyDated(EventType type) {
        return new TrackingEvent(EventTime.ofDate(DAY), type, type.term(), null, Place.NOWHERE, false);
    }

    private static TrackingEvent codeless(EventType type) {
        EventTime eight = EventTime.ofLocal(LocalDateTime.of(DAY, LocalTime.of(8, 0)));
        return new TrackingEvent(eight, type, null, null, Place.NOWHERE, false);
    }

    private static TrackingEvent scan(EventTime at, @Nullable String words, Place place) {
        return new TrackingEvent(at, EventType.ARRIVED_AT_FACILITY, "ARR", words, place, false);
    }

    private static Place town(String locality, @Nullable String name) {
        return new Place(name, locality, null, null, null, null, null);
    }
}
