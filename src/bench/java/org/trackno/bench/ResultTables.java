package org.trackno.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.trackno.carrier.AnswerFile;

/** What JMH measured, as Markdown: one table of answers read, one of everything else. */
final class ResultTables {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * Microseconds that karrio takes for an answer of this kind and size. Measured once, on another machine, so the ratio is
     * an order of magnitude.
     */
    private static final Map<String, Integer> KARRIO =
            Map.of("dhl/10-events", 402, "usps/12-events", 680, "canada-post/10-events", 883, "dpd/15-events", 1_235);

    private ResultTables() {}

    static String of(Collection<RunResult> results) {
        Map<Boolean, List<RunResult>> ofAnswers =
                results.stream().collect(Collectors.partitioningBy(result -> answer(result) != null));
        StringBuilder tables = new StringBuilder();
        if (!ofAnswers.get(true).isEmpty()) {
            tables.append("\n| carrier | answer | events | kB | µs, median | µs, mean | B | karrio, elsewhere |\n")
                    .append("|---|---|--:|--:|--:|--:|--:|--:|\n");
            ofAnswers.get(true).forEach(result -> tables.append(answerRow(result)));
        }
        if (!ofAnswers.get(false).isEmpty()) {
            tables.append("\n| benchmark | of | median | mean | unit | B |\n|---|---|--:|--:|---|--:|\n");
            ofAnswers.get(false).forEach(result -> tables.append(row(result)));
        }
        return tables.toString();
    }

    private static String answer(RunResult result) {
        return result.getParams().getParam("answer");
    }

    private static String answerRow(RunResult result) {
        AnswerFile file = new AnswerFile(Path.of(answer(result)));
        double median = median(result);
        Integer karrio = KARRIO.get(file.carrierId() + "/" + file.scenario());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %s | %,d | %s |%n",
                file.carrierId(),
                file.scenario(),
                file.events(),
                file.bytes() / 1000.0,
                median,
                mean(result),
                allocated(result),
                karrio == null ? "" : String.format(Locale.ROOT, "%,d µs: %.0f times", karrio, karrio / median));
    }

    private static String row(RunResult result) {
        BenchmarkParams params = result.getParams();
        String of = params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %s | %,d |%n",
                params.getBenchmark().replaceFirst("^.*\\.(\\w+\\.\\w+)$", "$1"),
                of,
                median(result),
                mean(result),
                result.getPrimaryResult().getScoreUnit(),
                allocated(result));
    }

    /** Of single operations, where JMH timed those: what others do on the machine hardly moves it. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String mean(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        double error = primary.getScoreError();
        String score = String.format(Locale.ROOT, "%.1f", primary.getScore());
        return Double.isNaN(error) ? score : score + String.format(Locale.ROOT, " ± %.1f", error);
    }

    private static long allocated(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return allocated == null ? 0 : Math.round(allocated.getScore());
    }
}
