package org.trackno.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trackno.number.CompiledFormat.Matcher;

/** All variants of all formats by length and first two characters, so that a number meets only the few that can fit. */
final class FormatIndex {
    private static final Matcher[] NOTHING = {};

    private final Matcher[][] buckets = new Matcher[(Shape.MAX_LENGTH + 1) * Characters.COUNT * Characters.COUNT][];

    FormatIndex(List<CompiledFormat> formats) {
        Map<Integer, List<Matcher>> filling = new HashMap<>();
        for (CompiledFormat format : formats) {
            for (Matcher matcher : format.matchers()) {
                fill(filling, matcher);
            }
        }
        Arrays.fill(buckets, NOTHING);
        filling.forEach((bucket, matchers) -> buckets[bucket] = matchers.toArray(NOTHING));
    }

    private static void fill(Map<Integer, List<Matcher>> filling, Matcher matcher) {
        long[] masks = matcher.variant().masks();
        long seconds = masks.length < 2 ? Characters.ALL : masks[1];
        for (int first = 0; first < Characters.COUNT; first++) {
            for (int second = 0; second < Characters.COUNT; second++) {
                if ((masks[0] >>> first & 1) != 0 && (seconds >>> second & 1) != 0) {
                    filling.computeIfAbsent(bucket(masks.length, first, second), bucket -> new ArrayList<>())
                            .add(matcher);
                }
            }
        }
    }

    /** The variants of that length, 2 at least, which may begin with those characters; not to be changed. */
    Matcher[] find(byte[] values) {
        return buckets[bucket(values.length, values[0], values[1])];
    }

    /** The most variants that a number can meet. */
    int longestWay() {
        return Arrays.stream(buckets).mapToInt(bucket -> bucket.length).max().orElse(0);
    }

    private static int bucket(int length, int first, int second) {
        return (length * Characters.COUNT + first) * Characters.COUNT + second;
    }
}
