package org.trackno.bench;

import java.util.List;
import java.util.Locale;
import org.trackno.testkit.MarkdownPage;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param goal that it must reach; blank when it is told for information only
 * @param measured with its unit
 * @param verdict whether it did
 */
record Figure(String what, String goal, String measured, Verdict verdict) {

    /** Whether a goal was reached. */
    enum Verdict {
        PASS,
        FAIL,
        INFORMATION
    }

    /** A figure that must not be lower. */
    static Figure atLeast(String what, double goal, double measured) {
        return new Figure(what, "≥ " + plain(goal), plain(measured), measured >= goal ? Verdict.PASS : Verdict.FAIL);
    }

    /** A figure that must not be higher. */
    static Figure atMost(String what, double goal, double measured, String unit) {
        return new Figure(
                what,
                "≤ " + plain(goal) + unit,
                plain(measured) + unit,
                measured <= goal ? Verdict.PASS : Verdict.FAIL);
    }

    /** A figure without a goal. */
    static Figure information(String what, String measured) {
        return new Figure(what, "", measured, Verdict.INFORMATION);
    }

    /** The rows as a table in Markdown. */
    static String table(List<Figure> rows) {
        return MarkdownPage.table(
                List.of("what", "goal", "measured", ""),
                rows.stream()
                        .map(row -> List.of(row.what, row.goal, row.measured, row.mark()))
                        .toList());
    }

    private String mark() {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "**fail**";
            case INFORMATION -> "";
        };
    }

    static String plain(double figure) {
        String text = String.format(Locale.ROOT, Math.abs(figure) >= 100 ? "%,.0f" : "%.2f", figure);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
