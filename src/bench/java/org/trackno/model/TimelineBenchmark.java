package org.trackno.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a parcel's stage, headline and problem take from its reports, given in no order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TimelineBenchmark {
    /** How many reports. */
    @Param({"10", "50", "200"})
    public int events;

    private List<TrackingEvent> reports;

    /** Makes up a parcel's events, with a fixed seed. */
    @Setup
    public void prepare() {
        reports = madeUp(events);
    }

    /** What a snapshot shows of the events. */
    @Benchmark
    public int followFromReports() {
        Timeline timeline = Timeline.of(reports);
        return timeline.stage().ordinal()
                + timeline.headline().map(EventType::ordinal).orElse(0)
                + (timeline.problem().isPresent() ? 1 : 0)
                + timeline.newestFirst().size();
    }

    /** A parcel that moves and is delivered at the end, an event every three hours. */
    public static List<TrackingEvent> madeUp(int count) {
        List<EventType> moving = List.of(
                EventType.IN_TRANSIT,
                EventType.ARRIVED_AT_FACILITY,
                EventType.DEPARTED_FACILITY,
                EventType.DELAYED,
                EventType.OUT_FOR_DELIVERY,
                EventType.RECIPIENT_ABSENT);
        List<TrackingEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventType type = i == count - 1 ? EventType.DELIVERED : moving.get(i % moving.size());
            EventTime at = new EventTime(
                    LocalDate.of(2026, 2, 1).plusDays(i / 8),
                    LocalTime.of(i % 8 * 3, 15),
                    ZoneOffset.ofHours(1),
                    ZoneBasis.STATED);
            Place place = new Place(null, "Town " + i % 5, null, null, "DE", null, null);
            events.add(new TrackingEvent(at, type, "C" + i % 9, "Made-up event", place, false));
        }
        Collections.shuffle(events, new Random(20_261_124));
        return events;
    }
}
