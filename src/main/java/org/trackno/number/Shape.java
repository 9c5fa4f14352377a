package org.trackno.number;

import java.util.List;

/**
 * The compiled form of a shape, whose notation {@link NumberFormat} explains: every string it accepts has the layout of
 * one of these variants.
 */
record Shape(List<Variant> variants) {
    /** Name of the part that holds the check digit. */
    static final String CHECK = "check";

    /** Longest number a shape may describe. */
    static final int MAX_LENGTH = 40;

    /**
     * One fixed-length layout.
     *
     * @param masks the allowed character values of each position, one bit each
     * @param spans the named parts, in order
     * @param checks the check digits, in order
     * @param number where the number is that the carrier knows: all of it, unless it is wrapped in a barcode
     */
    record Variant(long[] masks, List<Span> spans, List<Check> checks, Span number) {
        int length() {
            return masks.length;
        }

        /** Whether a check digit covers the place, or is there. */
        boolean isCovered(int place) {
            return checks.stream().anyMatch(check -> check.from() <= place && place <= check.at());
        }

        boolean accepts(byte[] values) {
            for (int i = 0; i < masks.length; i++) {
                if ((masks[i] >>> values[i] & 1) == 0) {
                    return false;
                }
            }
            return true;
        }

        /** The share of random strings it accepts: of digits only, or of digits and letters. */
        double share(boolean digitsOnly) {
            long alphabet = digitsOnly ? Characters.DIGITS : Characters.ALL;
            double share = 1;
            for (long mask : masks) {
                share *= (double) Long.bitCount(mask & alphabet) / Long.bitCount(alphabet);
            }
            return share;
        }
    }

    /** A check digit at a position, over what stands between {@code from} (inclusive) and it. */
    record Check(int from, int at) {}

    /** A named part: positions {@code from} (inclusive) to {@code to} (exclusive). */
    record Span(String name, int from, int to) {}

    /** Reads a shape; throws {@link IllegalArgumentException} that says what is wrong with it and where. */
    static Shape parse(String text) {
        return new Shape(new ShapeParser(text).parse());
    }

    /** Whether the canonical number has this shape. */
    boolean accepts(String number) {
        byte[] values = Characters.values(number);
        return variants.stream().anyMatch(variant -> variant.length() == values.length && variant.accepts(values));
    }
}
