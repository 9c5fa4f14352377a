package org.trackno.number;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.number.Shape.Span;
import org.trackno.number.Shape.Variant;

/**
 * The characters that could be others and that no check digit covers: a slip in one of them goes unnoticed.
 *
 * @param typed in what was typed
 * @param known in the number that the carrier knows; less than {@code typed} in a barcode that holds more than the number,
 *     where a slip outside the number does no harm
 */
public record Unchecked(List<CharacterRange> typed, List<CharacterRange> known) {
    /** In an S10 number: the service indicator and the country; the check digit covers the eight digits before it. */
    static final Unchecked S10 = everywhere(List.of(new CharacterRange(1, 2), new CharacterRange(12, 13)));

    public Unchecked {
        typed = List.copyOf(typed);
        known = List.copyOf(known);
    }

    /** Of a format that has a check digit ({@code checked}), or of one that has none, where all that is not fixed is meant. */
    static Unchecked of(Variant variant, boolean checked) {
        Span number = variant.number();
        return new Unchecked(
                CharacterRange.of(0, variant.length(), at -> isUnchecked(variant, at, checked)),
                CharacterRange.of(number.from(), number.to(), at -> isUnchecked(variant, at, checked)));
    }

    /** How many characters of what was typed are meant. */
    int count() {
        return typed.stream()
                .mapToInt(range -> range.last() - range.first() + 1)
                .sum();
    }

    /** What the check digit of such a number does not tell; null when it tells all. */
    @Nullable
    String words() {
        if (typed.isEmpty()) {
            return null;
        }
        return "The check digit does not cover " + CharacterRange.words(typed) + ": a slip there goes unnoticed"
                + (known.isEmpty() ? ", but leaves the number itself right." : ".");
    }

    private static boolean isUnchecked(Variant variant, int at, boolean checked) {
        return Long.bitCount(variant.masks()[at]) > 1 && !(checked && variant.isCovered(at));
    }

    private static Unchecked everywhere(List<CharacterRange> ranges) {
        return new Unchecked(ranges, ranges);
    }
}
