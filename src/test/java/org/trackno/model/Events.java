package org.trackno.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Made-up events for properties. Few days, hours, codes and places, so that moments, scans and places often meet; that is
 * where the rules have something to decide.
 */
public final class Events extends DomainContextBase {
    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 1);
    private static final LocalTime FIRST_HOUR = LocalTime.of(8, 0);

    @Provide
    Arbitrary<TrackingEvent> events() {
        return Combinators.combine(
                        times(),
                        Arbitraries.of(EventType.class),
                        Arbitraries.of("A1", "B2").injectNull(0.3),
                        Arbitraries.of("on the van", "at the hub", "signed J. Doe")
                                .injectNull(0.4),
                        places(),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(TrackingEvent::new);
    }

    @Provide
    Arbitrary<EventTime> times() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 1).map(FIRST_DAY::plusDays);
        Arbitrary<LocalTime> hours = Arbitraries.integers().between(0, 1).map(FIRST_HOUR::plusHours);
        Arbitrary<ZoneOffset> offsets = Arbitraries.integers().between(-2, 2).map(ZoneOffset::ofHours);
        return Arbitraries.oneOf(
                days.map(EventTime::ofDate),
                Combinators.combine(days, hours).as((day, hour) -> EventTime.ofLocal(LocalDateTime.of(day, hour))),
                Combinators.combine(days, hours, offsets, Arbitraries.of(ZoneBasis.class))
                        .as(EventTime::new));
    }

    private static Arbitrary<Place> places() {
        Arbitrary<String> names = Arbitraries.of("North hub", "South hub").injectNull(0.6);
        Arbitrary<String> towns = Arbitraries.of("Eastham", "Westham").injectNull(0.5);
        return Combinators.combine(names, towns)
                .as((name, town) -> new Place(name, town, null, null, null, null, null));
    }

    /** An event of a type at an hour of the first day; the hour tells the scans of a story apart. */
    static TrackingEvent at(int hour, EventType type) {
        return new TrackingEvent(
                EventTime.ofLocal(FIRST_DAY.atTime(hour, 0)), type, type.term(), null, Place.NOWHERE, false);
    }

    /** What a reader sees of a timeline. */
    static Seen seen(Timeline timeline) {
        return new Seen(
                timeline.newestFirst(),
                timeline.stage(),
                timeline.decisive().map(Set::of).orElse(Set.of()),
                timeline.problem().map(Set::of).orElse(Set.of()));
    }

    /** All that follows from a set of reports. */
    record Seen(List<TrackingEvent> newestFirst, Stage stage, Set<TrackingEvent> decisive, Set<Problem> problem) {}
}
