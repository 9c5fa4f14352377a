package org.trackno.carrier;

import java.nio.file.Path;
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
import org.trackno.model.TrackingOutcome;

/** How long a carrier's answer takes from its bytes to a {@link TrackingOutcome}, through the adapter that serves look-ups. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReadingBenchmark {
    /** The file with the answer. */
    @Param({
        "src/bench/answers/bring/10-events.json",
        "src/bench/answers/canada-post/10-events.xml",
        "src/bench/answers/dhl/10-events.json",
        "src/bench/answers/dpd/15-events.xml",
        "src/bench/answers/la-poste/10-events.json",
        "src/bench/answers/royal-mail/10-events.json",
        "src/bench/answers/ups/10-events.json",
        "src/bench/answers/usps/12-events.json"
    })
    public String answer = "";

    private CarrierAdapter adapter;
    private CarrierAnswer bytes;

    /** Reads the file and compiles its carrier's folder. */
    @Setup
    public void prepare() {
        AnswerFile file = new AnswerFile(Path.of(answer));
        adapter = file.adapter();
        bytes = CarrierAnswer.ofBody(file.read());
    }

    /** Bytes to outcome. */
    @Benchmark
    public TrackingOutcome read() {
        return adapter.read(bytes, TrackingQuery.EVERYTHING);
    }
}
