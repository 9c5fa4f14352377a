package org.trackno.gateway;

import java.time.Duration;

/** For whom a carrier is asked. People go first everywhere: in the queue, in the quota, and when something has to be shed. */
public enum Priority {
    /** Somebody waits for the answer. */
    PERSON(Duration.ofSeconds(3)),
    /** Nobody does: a refresh behind what was served, or a scheduled one. */
    BACKGROUND(Duration.ofSeconds(8));

    private final Duration patience;

    Priority(Duration patience) {
        this.patience = patience;
    }

    /** After that long a call that has not begun is not begun any more. */
    Duration patience() {
        return patience;
    }
}
