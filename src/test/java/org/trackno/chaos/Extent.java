package org.trackno.chaos;

import java.time.Duration;

/** How much chaos: a little in every build, a lot behind the Maven profile {@code chaos}. */
final class Extent {
    private static final boolean LONG = Boolean.getBoolean("trackno.chaos.long");

    private Extent() {}

    /** So many rounds. */
    static int rounds(int few, int many) {
        return LONG ? many : few;
    }

    /** So long. */
    static Duration duration(Duration brief, Duration extended) {
        return LONG ? extended : brief;
    }
}
