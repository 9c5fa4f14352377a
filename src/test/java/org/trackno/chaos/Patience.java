package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what must come true by a time. */
final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Patience() {}

    /** Looks again and again until it is so, and fails when it takes longer than promised; how long it took. */
    static Duration await(String what, Duration promised, BooleanSupplier so) {
        long begun = System.nanoTime();
        Duration took = Duration.ZERO;
        while (!so.getAsBoolean()) {
            took = since(begun);
            assertThat(took).as(what).isLessThan(promised);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return took;
    }

    /** Time since {@link System#nanoTime} showed this. */
    static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
