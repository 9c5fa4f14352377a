package org.trackno.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.trackno.model.Carrier;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.TimelineBenchmark;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.store.StoredParcel;

/** How long joining a carrier's answer with the known parcel takes: all its events are known but the newest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class MergeBenchmark {
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("dhl", "DHL"), new TrackingNumber("00340434660000000327"));

    /** How many events the answer has. */
    @Param({"10", "50", "200"})
    public int events;

    private Optional<StoredParcel> known;
    private Found answer;

    /** Makes up the parcel and the answer. */
    @Setup
    public void prepare() {
        List<TrackingEvent> reports = TimelineBenchmark.madeUp(events).stream()
                .sorted(TrackingEvent.OLDEST_FIRST)
                .toList();
        known = Optional.of(
                Merge.of(Optional.empty(), found(reports.subList(0, events - 1))).parcel(KEY, Instant.EPOCH));
        answer = found(reports);
    }

    /** The parcel afterwards. */
    @Benchmark
    public StoredParcel join() {
        return Merge.of(known, answer).parcel(KEY, Instant.EPOCH);
    }

    private static Found found(List<TrackingEvent> events) {
        ParcelReport report =
                new ParcelReport(KEY.number(), "", "DHL PAKET", Place.NOWHERE, Place.NOWHERE, null, null, null, events);
        return new Found(List.of(report), List.of());
    }
}
