package org.trackno.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trackno.number.Shape.Variant;

/**
 * How rare the numbers of one layout of a shape are, as a power of ten: first among strings that have letters and digits in
 * the same places, then, with less weight, among all strings.
 */
final class Rarity {
    /**
     * What the places of letters and digits count. Chance would make ten digits behind two letters one in 600,000, but carriers
     * do not choose by chance: a few letters and then digits is what most of them print.
     */
    static final double LAYOUT = 0.3;

    private static final int LETTERS = 26;
    private static final int DIGITS = 10;

    private final double sameLayout;
    private final double anyLayout;
    /** The positions that take letters and digits, some of each, with what either is worth. */
    private final Mixed[] mixed;

    private record Mixed(int at, double letter, double digit) {
        static Mixed of(int at, long mask) {
            return new Mixed(at, -Math.log10(shareOfKind(mask, true)), -Math.log10(shareOfKind(mask, false)));
        }
    }

    private Rarity(double sameLayout, double anyLayout, Mixed[] mixed) {
        this.sameLayout = sameLayout;
        this.anyLayout = anyLayout;
        this.mixed = mixed;
    }

    /** Of a variant among all variants of its shape: those laid out alike share the room. */
    static Rarity of(Variant variant, List<Variant> all) {
        double alike = 0;
        double any = 0;
        for (Variant other : all) {
            if (other.length() == variant.length()) {
                any += other.share(false);
                alike += laidOutAlike(variant, other) ? share(other) : 0;
            }
        }
        long[] masks = variant.masks();
        Mixed[] mixed = IntStream.range(0, masks.length)
                .filter(at -> isMixed(masks[at]) && masks[at] != Characters.ALL)
                .mapToObj(at -> Mixed.of(at, masks[at]))
                .toArray(Mixed[]::new);
        return new Rarity(-Math.log10(alike), -Math.log10(any), mixed);
    }

    /** log10 of how many strings there are for one that fits. */
    double of(NumberText text) {
        double given = sameLayout;
        for (Mixed one : mixed) {
            given += text.values()[one.at()] > 9 ? one.letter() : one.digit();
        }
        double specificity = text.digitsOnly() ? given : given + LAYOUT * Math.max(0, anyLayout - given);
        return Math.max(0, specificity);
    }

    private static boolean laidOutAlike(Variant one, Variant other) {
        for (int i = 0; i < one.length(); i++) {
            if (kinds(one.masks()[i]) != kinds(other.masks()[i])) {
                return false;
            }
        }
        return true;
    }

    /** The share of strings it accepts among those of its layout, where digits and letters do not mix. */
    private static double share(Variant variant) {
        return Arrays.stream(variant.masks())
                .filter(mask -> !isMixed(mask))
                .mapToDouble(mask -> shareOfKind(mask, (mask & Characters.LETTERS) != 0))
                .reduce(1, (a, b) -> a * b);
    }

    private static double shareOfKind(long mask, boolean letters) {
        return letters
                ? (double) Long.bitCount(mask & Characters.LETTERS) / LETTERS
                : (double) Long.bitCount(mask & Characters.DIGITS) / DIGITS;
    }

    private static boolean isMixed(long mask) {
        return kinds(mask) == 3;
    }

    /** 1 for digits, 2 for letters, 3 for both. */
    private static int kinds(long mask) {
        return ((mask & Characters.DIGITS) == 0 ? 0 : 1) + ((mask & Characters.LETTERS) == 0 ? 0 : 2);
    }
}
