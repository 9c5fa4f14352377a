package org.trackno.number;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.trackno.number.Collisions.Layout;
import org.trackno.number.Collisions.Overlap;
import org.trackno.number.Shape.Variant;

/** The text of docs/number-formats.md, from the carrier folders and the check rules. */
final class NumberFormatsPage {
    /** Rarer overlaps are what two check digits have in common by accident. */
    private static final double WORTH_TELLING = 0.05;

    private static final String INTRODUCTION =
            """
            # Number formats

            What the numbers of %d carriers look like, %d formats in all, and which of them look alike. This page is written by
            `NumberFormatsDocTest` from the carrier folders. Change those, run the test, review the page and commit it.

            - [At a glance](#at-a-glance): what the length or the beginning of a number tells
            - [How a shape is written](#how-a-shape-is-written), [how formats are ranked](#how-formats-are-ranked),
              [check rules](#check-rules)
            - [Formats](#formats): all of them, by carrier
            - [Formats that look alike](#formats-that-look-alike): pairs by length, with what separates them
            """;

    private static final String NOTATION =
            """

            ## How a shape is written

            | in a shape | means |
            |---|---|
            | `A`-`Z`, `0`-`9` | that character |
            | `d` `a` `x` | a digit, a letter, either |
            | `[0-8AC]` | one of a set |
            | `{4}` `{4,6}` | the item before, so often |
            | `?` | the item before may be missing |
            | `(x\\|y)` | one of several |
            | `<name x>` | a part that means something: `service`, `serial`, `shipper`, `origin`, `destination`, `postcode`, `check` |
            | `^` | the check digit counts from here; without it, from the start |
            | `~` | the number that the carrier knows begins here, inside a barcode that holds more; a second one ends it |

            Spaces mean nothing. The `check` part is one character and is worked out from what stands between the last `^` and itself.
            `1Z ^ <shipper x{6}> <service xx> <serial x{7}> <check d>` is `1Z`, then fifteen characters in three parts, then the
            check digit of those fifteen.

            ## How formats are ranked

            Scores are powers of ten. A format starts with how rare its shape is among strings that have letters and digits in
            the same places, so that fixed characters count by themselves and a format that takes any 14 digits counts nothing.
            That letters and digits are where they are counts three tenths of what chance would make of it: a few letters and
            then digits is what most carriers print. A right check digit adds what it is worth, a second one as much again;
            medium, low and doubtful confidence cost 0.3, 1 and 2; as long as no country is known, what is used in some
            countries only comes just behind what is used everywhere (0.05); a check digit that leaves more characters to chance
            than it covers costs 0.5; what the caller knows (countries, configured or named
            carriers) and what carriers confirmed before under the same prefix are added last. One carrier alone is answered
            from a score of 2 and a lead of 1 over the next. A wrong check digit of a proven rule refuses the number; one of an
            assumed rule costs one.
            """;

    private static final String COLLISIONS =
            """
            ## Formats that look alike

            1,000 numbers of each format were made up with a fixed seed, each layout of a shape equally often, and shown to all
            other formats. Listed are pairs of formats of different carriers where one accepts at least 5 %% of the other's numbers,
            below a layout that they share. The first of the two leads by so many powers of ten, on average, on the numbers both
            accept and with nothing else known. A lead of 1 settles it: those are listed in short, with the two shares.
            %d pairs share no more than %d %%.

            Pairs that accept nearly all of each other's numbers and rank alike (a lead below 0.1) must be used in different countries
            or say under `ties` in the manifest what tells them apart. Otherwise the build fails.
            """;

    private static final String UNSETTLED =
            """
            | leads | other | lead | accepted by the other | of the other's accepted | what separates them |
            |---|---|---|---|---|---|
            """;

    private static final String SETTLED =
            """
            | settled by the rank | before (accepted by the other, of the other's accepted) |
            |---|---|
            """;

    private NumberFormatsPage() {}

    static String text(Collisions collisions) {
        List<CompiledFormat> formats = collisions.formats();
        long carriers = formats.stream().map(CompiledFormat::carrier).distinct().count();
        return INTRODUCTION.formatted(carriers, formats.size())
                + new FormatsAtAGlance(formats).text()
                + NOTATION
                + "\n## Check rules\n\n| rule | published as | source | worth |\n|---|---|---|---|\n"
                + Arrays.stream(CheckRule.values()).map(NumberFormatsPage::rule).collect(joining())
                + "\nWorth is how many random numbers there are for one that passes.\n"
                + "\n## Formats\n\nThe share is that of random strings of the same length and alphabet that the format accepts, check"
                + " digit included.\n\n| carrier | format | shape | check | share | confidence | source |\n|---|---|---|---|---|---|---|\n"
                + formats.stream().map(NumberFormatsPage::format).collect(joining())
                + "\n"
                + collisions(collisions);
    }

    private static String rule(CheckRule rule) {
        return row(
                code(rule.ruleName()),
                rule.title(),
                rule.source(),
                String.format(Locale.ROOT, "%.0f", Math.pow(10, rule.gain())));
    }

    private static String format(CompiledFormat compiled) {
        NumberFormat format = compiled.format();
        String check = format.check() == null ? "" : code(format.check()) + (format.checkRejects() ? "" : ", assumed");
        return row(
                compiled.carrier().name(),
                code(format.id()) + (format.name() == null ? "" : " " + format.name()),
                code(shape(format)),
                check,
                share(compiled),
                format.confidence(),
                format.source());
    }

    /** The list of the posts' suffixes is longer than the rest of the page. */
    private static String shape(NumberFormat format) {
        return format.id().equals(S10.FORMAT) ? "<service aa> ^ <serial d{8}> <check d> <origin aa>" : format.shape();
    }

    private static String share(CompiledFormat compiled) {
        Map<Integer, Double> byLength = new TreeMap<>();
        List<Variant> variants = Shape.parse(compiled.format().shape()).variants();
        boolean digitsOnly = variants.stream().allMatch(variant -> variant.share(true) > 0);
        variants.forEach(variant -> byLength.merge(variant.length(), variant.share(digitsOnly), Double::sum));
        double most = byLength.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        double rarity = Math.max(0, -Math.log10(most)) + (compiled.checkRejects() ? compiled.gain() : 0);
        if (rarity < 0.005) {
            return "all";
        }
        return rarity < 4
                ? String.format(Locale.ROOT, "%.2g %%", 100 * Math.pow(10, -rarity))
                : String.format(Locale.ROOT, "10^-%.1f", rarity);
    }

    private static String collisions(Collisions collisions) {
        List<Overlap> all =
                collisions.overlaps().stream().filter(Overlap::betweenCarriers).toList();
        Map<Layout, List<Overlap>> told = all.stream()
                .filter(one -> one.share() >= WORTH_TELLING)
                .sorted(Comparator.comparing((Overlap one) -> one.firstByOther() + one.otherByFirst())
                        .reversed())
                .collect(groupingBy(Overlap::layout, TreeMap::new, toList()));
        int pairs = told.values().stream().mapToInt(List::size).sum();
        StringBuilder text =
                new StringBuilder(COLLISIONS.formatted(all.size() - pairs, Math.round(WORTH_TELLING * 100)));
        told.forEach((layout, overlaps) -> text.append("\n### ")
                .append(layout)
                .append("\n")
                .append(unsettled(overlaps))
                .append(settled(overlaps)));
        return text.toString();
    }

    private static String unsettled(List<Overlap> overlaps) {
        String rows = overlaps.stream()
                .filter(one -> one.lead() < Recognition.COMMIT_MARGIN)
                .map(NumberFormatsPage::overlap)
                .collect(joining());
        return rows.isEmpty() ? "" : "\n" + UNSETTLED + rows;
    }

    private static String settled(List<Overlap> overlaps) {
        Map<String, String> byFirst = overlaps.stream()
                .filter(one -> one.lead() >= Recognition.COMMIT_MARGIN)
                .collect(groupingBy(
                        one -> one.first().format().id(),
                        TreeMap::new,
                        mapping(
                                one -> code(one.other().format().id()) + " (" + percent(one.firstByOther()) + ", "
                                        + percent(one.otherByFirst()) + ")",
                                joining(", "))));
        return byFirst.isEmpty()
                ? ""
                : "\n" + SETTLED
                        + byFirst.entrySet().stream()
                                .map(one -> row(code(one.getKey()), one.getValue()))
                                .collect(joining());
    }

    private static String overlap(Overlap one) {
        return row(
                code(one.first().format().id()),
                code(one.other().format().id()),
                String.format(Locale.ROOT, "%.1f", one.lead()),
                percent(one.firstByOther()),
                percent(one.otherByFirst()),
                separation(one));
    }

    private static String separation(Overlap one) {
        List<String> what = new ArrayList<>();
        NumberFormat first = one.first().format();
        NumberFormat other = one.other().format();
        if (!Objects.equals(first.check(), other.check())) {
            what.add("check digit (" + checkName(first) + ", " + checkName(other) + ")");
        }
        if (one.separateCountries()) {
            what.add("country (" + String.join(" ", first.countries()) + "; " + String.join(" ", other.countries())
                    + ")");
        }
        if (!one.reason().isEmpty()) {
            what.add(one.reason());
        }
        return what.isEmpty() ? "only what the caller knows" : String.join(", ", what);
    }

    private static String checkName(NumberFormat format) {
        return format.check() == null ? "none" : CheckRule.named(format.check()).title();
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
