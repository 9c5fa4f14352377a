package org.trackno.model;

/**
 * When delivery is expected. For a day without hours {@code from} and {@code to} are the same date.
 *
 * @param from start of the window
 * @param to end of the window
 * @param basis who says so
 */
public record Estimate(EventTime from, EventTime to, Basis basis) {
    /** Where an estimate comes from. */
    public enum Basis {
        /** The carrier said so. */
        CARRIER,
        /** Learned from past deliveries. */
        LEARNED,
        /** A published service time, for want of anything better. */
        PRIOR
    }
}
