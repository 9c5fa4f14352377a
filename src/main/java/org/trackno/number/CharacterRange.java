package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Neighbouring characters of a number, counted from 1 as people do.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record CharacterRange(int first, int last) {

    /**
     * The runs of places that are meant.
     *
     * @param from the place, from 0, that is counted as the first character
     * @param to the place behind the last
     */
    static List<CharacterRange> of(int from, int to, IntPredicate meant) {
        List<CharacterRange> ranges = new ArrayList<>();
        for (int at = from; at < to; at++) {
            int first = at;
            while (at < to && meant.test(at)) {
                at++;
            }
            if (at > first) {
                ranges.add(new CharacterRange(first - from + 1, at - from));
            }
        }
        return List.copyOf(ranges);
    }

    /** In words: {@code character 3}, or {@code characters 1 to 20 and 34}. */
    public static String words(List<CharacterRange> ranges) {
        boolean one = ranges.size() == 1 && ranges.get(0).first == ranges.get(0).last;
        String all = ranges.stream().map(CharacterRange::words).collect(Collectors.joining(", "));
        int comma = all.lastIndexOf(", ");
        return (one ? "character " : "characters ")
                + (comma < 0 ? all : all.substring(0, comma) + " and " + all.substring(comma + 2));
    }

    private String words() {
        return first == last ? String.valueOf(first) : first + " to " + last;
    }
}
