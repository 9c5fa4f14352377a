package org.trackno.tracking;

/** Who reads a snapshot, and so how much of it they see. Tracking numbers are guessable: a number alone proves nothing. */
public enum Audience {
    /** A number and nothing else, under the strict setting: as {@link #PUBLIC}, without towns from the day of delivery on. */
    STRICT,
    /** A number and nothing else: stage, dates, towns of scans, our own wording. */
    PUBLIC,
    /** Somebody who has proved to be entitled: everything. */
    ENTITLED
}
