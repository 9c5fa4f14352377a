package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.trackno.model.EventType.DELIVERED;
import static org.trackno.model.EventType.DELIVERY_CORRECTED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What may move the stage and what may not. */
@Domain(Events.class)
@Domain(DomainContext.Global.class)
class StageRuleProperties {
    private static final LocalDate LONG_AGO = LocalDate.of(2031, 2, 1);
    private static final LocalDate LATER = LocalDate.of(2031, 4, 1);
    private static final Set<Stage> ON_THE_WAY = EnumSet.range(Stage.ANNOUNCED, Stage.AVAILABLE_FOR_PICKUP);
    private static final Set<Stage> BACK = EnumSet.of(Stage.RETURNING, Stage.RETURNED);

    @Property
    void whatHasNoStageNeverMovesIt(
            @ForAll @Size(max = 10) List<TrackingEvent> reports, @ForAll @Size(max = 5) List<TrackingEvent> more) {
        List<TrackingEvent> silent = more.stream()
                .map(event -> scan(event, event.at(), EventType.UNMAPPED, "?"))
                .toList();
        List<TrackingEvent> notes = more.stream()
                .map(event -> scan(event, event.at(), EventType.NOTE, "i"))
                .toList();
        Timeline before = Timeline.of(reports);

        Timeline after = before.plus(silent).plus(notes);

        assertThat(after.stage()).isEqualTo(before.stage());
        assertThat(after.problem()).isEqualTo(before.problem());
    }

    @Property
    void aWithdrawnReportNeverMovesIt(
            @ForAll @Size(max = 10) List<TrackingEvent> reports, @ForAll @Size(max = 5) List<TrackingEvent> more) {
        List<TrackingEvent> takenBack = more.stream()
                .map(event -> scan(event, event.at(), event.type(), "X").withdraw())
                .toList();

        assertThat(Timeline.of(reports).plus(takenBack).stage())
                .isEqualTo(Timeline.of(reports).stage());
    }

    @Property
    void lateOlderScansDoNotUndoALaterStage(
            @ForAll @Size(max = 10) List<TrackingEvent> reports, @ForAll @Size(max = 5) List<TrackingEvent> more) {
        Timeline before = Timeline.of(reports);
        List<TrackingEvent> late = more.stream()
                .filter(event -> isOrdinary(event.type()))
                .map(event -> scan(event, on(LONG_AGO, event), event.type(), "late"))
                .toList();

        Stage after = before.plus(late).stage();

        assertThat(after).isGreaterThanOrEqualTo(before.stage());
        if (before.stage().compareTo(Stage.IN_TRANSIT) >= 0) {
            assertThat(after).isEqualTo(before.stage());
        }
    }

    @Property
    void deliveredIsOnlyLeftByAReturnOrACorrection(
            @ForAll @Size(max = 10) List<TrackingEvent> reports, @ForAll TrackingEvent next) {
        Timeline delivered = Timeline.of(reports).plus(List.of(Events.at(23, DELIVERED)));
        assumeThat(delivered.stage()).isEqualTo(Stage.DELIVERED);

        Stage after = delivered
                .plus(List.of(scan(next, on(LATER, next), next.type(), "next")))
                .stage();

        Stage reported = next.type().stage().orElse(Stage.UNKNOWN);
        if (next.withdrawn()) {
            assertThat(after).isEqualTo(Stage.DELIVERED);
        } else if (next.type() == DELIVERY_CORRECTED) {
            assertThat(after).isEqualTo(Stage.IN_TRANSIT);
        } else {
            assertThat(after).isEqualTo(BACK.contains(reported) ? reported : Stage.DELIVERED);
        }
    }

    @Property
    void takingBackTheOnlyDeliveryUndoesIt(@ForAll @Size(max = 10) List<TrackingEvent> reports) {
        List<TrackingEvent> others = reports.stream()
                .filter(event -> isOrdinary(event.type()))
                .map(event -> scan(event, event.at(), event.type(), "other"))
                .toList();
        TrackingEvent delivery = Events.at(23, DELIVERED);
        Timeline before = Timeline.of(others);

        Timeline after = before.plus(List.of(delivery)).plus(List.of(delivery.withdraw()));

        assertThat(after.stage()).isEqualTo(before.stage());
        assertThat(after.deliveredAt()).isEmpty();
    }

    private static boolean isOrdinary(EventType type) {
        return type != DELIVERY_CORRECTED
                && type.stage().filter(ON_THE_WAY::contains).isPresent();
    }

    private static EventTime on(LocalDate day, TrackingEvent event) {
        return new EventTime(
                day, event.at().time(), event.at().offset(), event.at().zoneBasis());
    }

    /** The event at another time and with a code that no other event has, so that it is a scan of its own. */
    private static TrackingEvent scan(TrackingEvent event, EventTime at, EventType type, String code) {
        return new TrackingEvent(at, type, code + type.term(), event.description(), event.place(), event.withdrawn());
    }
}
