package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The timeline is a pure function of the set of reports. */
@Domain(Events.class)
@Domain(DomainContext.Global.class)
class TimelineProperties {
    private static final Carrier CARRIER = new Carrier("made-up-post", "Made-up Post");

    @Property
    void theOrderOfReportsDoesNotMatter(@ForAll @Size(max = 12) List<TrackingEvent> reports, @ForAll Random random) {
        List<TrackingEvent> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);

        assertSame(Timeline.of(shuffled), Timeline.of(reports));
    }

    @Property
    void repeatedReportsDoNotMatter(@ForAll @Size(max = 12) List<TrackingEvent> reports) {
        List<TrackingEvent> twice = new ArrayList<>(reports);
        twice.addAll(reports);

        assertSame(Timeline.of(twice), Timeline.of(reports));
        assertSame(Timeline.of(reports).plus(reports), Timeline.of(reports));
    }

    @Property
    void itDoesNotMatterHowReportsWereSpreadOverAnswers(
            @ForAll @Size(min = 2, max = 6) List<@Size(max = 4) List<TrackingEvent>> answers, @ForAll Random random) {
        List<List<TrackingEvent>> anotherOrder = new ArrayList<>(answers);
        Collections.shuffle(anotherOrder, random);

        assertSame(parcelAfter(anotherOrder).timeline(), parcelAfter(answers).timeline());
        assertSame(
                parcelAfter(answers).timeline(),
                Timeline.of(answers.stream().flatMap(List::stream).toList()));
    }

    @Property
    void theEventsOfATimelineGiveThatTimelineAgain(@ForAll @Size(max = 12) List<TrackingEvent> reports) {
        Timeline timeline = Timeline.of(reports);

        assertThat(Timeline.of(timeline.newestFirst()).stage()).isEqualTo(timeline.stage());
    }

    @Property
    void nothingACarrierToldUsIsLost(@ForAll @Size(max = 12) List<TrackingEvent> reports) {
        List<TrackingEvent> events = Timeline.of(reports).newestFirst();

        assertThat(reports).allSatisfy(report -> assertThat(events).anyMatch(event -> tells(event, report)));
    }

    @Property
    void aReportEnrichedLaterIsTheSameEvent(@ForAll TrackingEvent rich) {
        TrackingEvent early = new TrackingEvent(
                new EventTime(rich.at().date(), rich.at().time(), null, ZoneBasis.UNKNOWN),
                rich.type(),
                rich.code(),
                null,
                Place.NOWHERE,
                rich.withdrawn());

        assertThat(Timeline.of(List.of(early)).plus(List.of(rich)).newestFirst())
                .containsExactly(rich);
        assertThat(Timeline.of(List.of(rich)).plus(List.of(early)).newestFirst())
                .containsExactly(rich);
    }

    @Property
    void withdrawingAReportLeavesItVisibleAndMovesNothing(
            @ForAll @NotEmpty @Size(max = 8) List<TrackingEvent> reports) {
        List<TrackingEvent> withdrawn =
                reports.stream().map(TrackingEvent::withdraw).toList();

        Timeline timeline = Timeline.of(reports).plus(withdrawn);

        assertThat(timeline.newestFirst()).isNotEmpty().allMatch(TrackingEvent::withdrawn);
        assertThat(timeline.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(timeline.problem()).isEmpty();
    }

    @Property
    void aProblemLastsSinceAReportOfIt(@ForAll @Size(max = 12) List<TrackingEvent> reports) {
        Timeline timeline = Timeline.of(reports);

        timeline.problem().ifPresent(problem -> assertThat(timeline.newestFirst())
                .filteredOn(event -> !event.withdrawn() && tells(event.type(), problem.type()))
                .extracting(TrackingEvent::at)
                .contains(problem.since()));
    }

    /** A delivery on the way back is told as a return. */
    private static boolean tells(EventType reported, EventType problem) {
        return reported == problem
                || (problem == EventType.RETURNED_TO_SENDER
                        && reported.stage().filter(Stage.DELIVERED::equals).isPresent());
    }

    private static Parcel parcelAfter(List<List<TrackingEvent>> answers) {
        TrackingNumber number = new TrackingNumber("MADEUP0001");
        Parcel parcel = Parcel.of(CARRIER, number, report(answers.get(0)));
        for (List<TrackingEvent> answer : answers.subList(1, answers.size())) {
            parcel = parcel.with(report(answer));
        }
        return parcel;
    }

    private static ParcelReport report(List<TrackingEvent> events) {
        return new ParcelReport(null, "", null, Place.NOWHERE, Place.NOWHERE, null, null, null, events);
    }

    private static boolean tells(TrackingEvent event, TrackingEvent report) {
        return event.at().local().equals(report.at().local())
                && (report.place().name() == null
                        || report.place().name().equals(event.place().name()))
                && (report.place().locality() == null
                        || report.place().locality().equals(event.place().locality()))
                && (event.withdrawn() || !report.withdrawn());
    }

    private static void assertSame(Timeline one, Timeline other) {
        assertThat(Events.seen(one)).isEqualTo(Events.seen(other));
    }
}
