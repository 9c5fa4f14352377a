package org.trackno.limit;

/**
 * Why a caller may not ask now.
 *
 * @param kind which limit was reached
 * @param detail the same with figures, an English sentence
 * @param waitSeconds until it makes sense to ask again
 */
public record Refusal(Kind kind, String detail, long waitSeconds) {
    /** A limit. */
    public enum Kind {
        /** The quota of requests is used up. */
        REQUESTS("too-many-requests", "Too many requests", Refusals.Reason.RATE),
        /** Too many numbers that no carrier knows. */
        UNKNOWN_NUMBERS("too-many-unknown-numbers", "Too many numbers that nobody knows", Refusals.Reason.WALKING),
        /** Too many numbers of one run. */
        NEIGHBOURS("too-many-neighbours", "Too many consecutive numbers", Refusals.Reason.WALKING);

        private final String id;
        private final String title;
        private final Refusals.Reason reason;

        Kind(String id, String title, Refusals.Reason reason) {
            this.id = id;
            this.title = title;
            this.reason = reason;
        }

        /** Stable, as problem types end with it. */
        public String id() {
            return id;
        }

        /** A short English title. */
        public String title() {
            return title;
        }

        Refusals.Reason reason() {
            return reason;
        }
    }
}
