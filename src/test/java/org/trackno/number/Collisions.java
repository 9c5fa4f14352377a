package org.trackno.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trackno.model.Carrier;
import org.trackno.number.CompiledFormat.Matcher;

/** Which formats take each other's numbers for their own, counted on made-up numbers with a fixed seed. */
final class Collisions {
    private static final int NUMBERS_OF_EACH = 1_000;
    private static final long SEED = 20_261_123;
    /** Two formats that share at least this much of either's numbers are one to whoever sees only the number. */
    private static final double NEARLY_ALL = 0.9;
    /** A lead below this decides nothing: scores are powers of ten. */
    private static final double EQUAL_RANK = 0.1;

    private final List<CompiledFormat> formats;
    private final List<Overlap> overlaps = new ArrayList<>();
    private final int[][] accepted;
    private final double[][] leads;
    private final Layout[][] layouts;

    /** How the numbers look that two formats share: of their layouts, one. */
    record Layout(int length, boolean digitsOnly) implements Comparable<Layout> {
        @Override
        public int compareTo(Layout other) {
            return Comparator.comparing(Layout::length)
                    .thenComparing(Layout::digitsOnly, Comparator.reverseOrder())
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return length + (digitsOnly ? " digits" : " characters");
        }
    }

    /**
     * Two formats, the one that leads first.
     *
     * @param firstByOther share of the numbers of the first that the other accepts
     * @param otherByFirst the reverse
     * @param lead by how much the first scores higher on the numbers both accept
     * @param layout of the numbers both accept
     */
    record Overlap(
            CompiledFormat first,
            CompiledFormat other,
            double firstByOther,
            double otherByFirst,
            double lead,
            Layout layout) {
        boolean indistinguishable() {
            return firstByOther >= NEARLY_ALL && otherByFirst >= NEARLY_ALL;
        }

        boolean equallyRanked() {
            return lead < EQUAL_RANK;
        }

        /** Whether both name their countries and share none: then a country given tells them apart. */
        boolean separateCountries() {
            List<String> here = first.format().countries();
            List<String> there = other.format().countries();
            return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
        }

        boolean betweenCarriers() {
            return !first.carrier().equals(other.carrier());
        }

        double share() {
            return Math.max(firstByOther, otherByFirst);
        }

        /** The reason that one of the two gives for the tie, or "". */
        String reason() {
            String one = first.format().ties().getOrDefault(other.format().id(), "");
            return one.isEmpty()
                    ? other.format().ties().getOrDefault(first.format().id(), "")
                    : one;
        }
    }

    Collisions(List<CarrierFormats> carriers) {
        this.formats = Stream.concat(
                        carriers.stream().flatMap(one -> one.formats().stream()
                                .map(format -> new CompiledFormat(one.carrier(), format))),
                        Stream.of(posts()))
                .toList();
        this.accepted = new int[formats.size()][formats.size()];
        this.leads = new double[formats.size()][formats.size()];
        this.layouts = new Layout[formats.size()][formats.size()];
        FormatIndex index = new FormatIndex(formats);
        for (int i = 0; i < formats.size(); i++) {
            NumberGenerator numbers = new NumberGenerator(formats.get(i).format(), SEED);
            for (int n = 0; n < NUMBERS_OF_EACH; n++) {
                count(i, NumberText.read(numbers.next()), index);
            }
        }
        for (int i = 0; i < formats.size(); i++) {
            for (int j = i + 1; j < formats.size(); j++) {
                if (accepted[i][j] + accepted[j][i] > 0) {
                    overlaps.add(overlap(i, j));
                }
            }
        }
    }

    /** Every pair with a number in common. */
    List<Overlap> overlaps() {
        return overlaps;
    }

    /** All formats, that of the world's posts last. */
    List<CompiledFormat> formats() {
        return formats;
    }

    private void count(int from, NumberText text, FormatIndex index) {
        double[] scores = new double[formats.size()];
        for (Matcher matcher : index.find(text.values())) {
            if (matcher.variant().accepts(text.values())) {
                CheckResult check = matcher.check(text.values());
                if (check != CheckResult.FAIL || !matcher.owner().checkRejects()) {
                    int at = formats.indexOf(matcher.owner());
                    double score = Scoring.candidate(matcher, matcher.rarity().of(text), check, text, Hints.NONE)
                            .score();
                    scores[at] = Math.max(scores[at], score + 100);
                }
            }
        }
        for (int other = 0; other < scores.length; other++) {
            if (scores[other] != 0) {
                accepted[from][other]++;
                leads[from][other] += scores[from] - scores[other];
                layouts[from][other] =
                        layouts[other][from] = new Layout(text.value().length(), text.digitsOnly());
            }
        }
    }

    private Overlap overlap(int i, int j) {
        double lead = (leads[i][j] - leads[j][i]) / (accepted[i][j] + accepted[j][i]);
        double ofI = (double) accepted[i][j] / NUMBERS_OF_EACH;
        double ofJ = (double) accepted[j][i] / NUMBERS_OF_EACH;
        return lead >= 0
                ? new Overlap(formats.get(i), formats.get(j), ofI, ofJ, lead, layouts[i][j])
                : new Overlap(formats.get(j), formats.get(i), ofJ, ofI, -lead, layouts[i][j]);
    }

    /** The numbers of the world's posts, which no folder describes, as a format. */
    private static CompiledFormat posts() {
        List<String> suffixes = PostOffices.load(Map.of()).list().stream()
                .filter(post -> post.kind() == PostOffice.Kind.POST)
                .map(PostOffice::suffix)
                .toList();
        return new CompiledFormat(
                new Carrier("posts", "The world's posts"),
                new NumberFormat(
                        S10.FORMAT,
                        "Postal item, " + suffixes.size() + " countries",
                        "<service aa> ^ <serial d{8}> <check d> <origin (" + String.join("|", suffixes) + ")>",
                        CheckRule.UPU_S10.ruleName(),
                        null,
                        null,
                        null,
                        List.of(),
                        "high",
                        "UPU standard S10",
                        List.of(),
                        Map.of()));
    }
}
