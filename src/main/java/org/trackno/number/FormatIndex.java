package org.trackno.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trackno.number.CompiledFormat.Matcher;

/** All variants of all formats by length and first character, so that a number meets only the few that can fit. */
final class FormatIndex {
    private static final Matcher[] NOTHING = {};

    private final Matcher[][] buckets = new Matcher[(Shape.MAX_LENGTH + 1) * Characters.COUNT][];

    FormatIndex(List<CompiledFormat> formats) {
        List<List<Matcher>> filling = new ArrayList<>();
        for (int i = 0; i < buckets.length; i++) {
            filling.add(new ArrayList<>());
        }
        for (CompiledFormat format : formats) {
            for (Matcher matcher : format.matchers()) {
                long first = matcher.variant().masks()[0];
                for (int value = 0; value < Characters.COUNT; value++) {
                    if ((first >>> value & 1) != 0) {
                        filling.get(bucket(matcher.variant().length(), value)).add(matcher);
                    }
                }
            }
        }
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = filling.get(i).isEmpty() ? NOTHING : filling.get(i).toArray(NOTHING);
        }
    }

    /** The variants of that length which may begin with that character; not to be changed. */
    Matcher[] find(byte[] values) {
        return buckets[bucket(values.length, values[0])];
    }

    /** The most variants that a number can meet. */
    int longestWay() {
        return Arrays.stream(buckets).mapToInt(bucket -> bucket.length).max().orElse(0);
    }

    private static int bucket(int length, int first) {
        return length * Characters.COUNT + first;
    }
}
