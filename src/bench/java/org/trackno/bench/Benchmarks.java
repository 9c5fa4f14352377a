package org.trackno.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;
import org.trackno.carrier.AnswerFile;
import org.trackno.carrier.ReadingBenchmark;

/**
 * Runs the JMH benchmarks whose names fit the expressions given, all of them by default, and prints tables. JMH's own results
 * lie in {@code target/bench} afterwards.
 */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("target", "bench");

    private Benchmarks() {}

    /** Runs them; {@code Samples} stands for the samples of the carrier folders. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Files.createDirectories(RESULTS);
        String wanted = arguments.length == 0 ? "" : arguments[0];
        List<RunResult> results = new ArrayList<>();
        if (!wanted.equals("Samples")) {
            results.addAll(run(options("benchmarks").include(wanted)));
        }
        if (wanted.isEmpty() || wanted.equals("Samples")) {
            results.addAll(run(overSamples()));
        }
        System.out.println(ResultTables.of(results));
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    private static ChainedOptionsBuilder options(String name) {
        return new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(RESULTS.resolve(name + ".json").toString());
    }

    /** All in one process after a common warm-up, as a server reads them, and because a process for each would take an hour. */
    private static ChainedOptionsBuilder overSamples() {
        String[] samples =
                AnswerFile.samples().stream().map(file -> file.path().toString()).toArray(String[]::new);
        return options("samples")
                .include(ReadingBenchmark.class.getName())
                .param("answer", samples)
                .forks(0)
                .warmupMode(WarmupMode.BULK)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(150))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(150));
    }
}
