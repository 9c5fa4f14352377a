package org.trackno.model;

/** Why a carrier could not be asked or understood: whose fault it is and whether trying again can help. */
public enum FailureKind {
    /** No credentials are configured for the carrier, or Trackno cannot ask it at all. */
    NOT_CONFIGURED(Blame.OPERATOR, false),
    /** The carrier refused our credentials. */
    REFUSED(Blame.OPERATOR, false),
    /** The carrier found fault with the request itself. */
    BAD_REQUEST(Blame.OPERATOR, false),
    /** The carrier says that this cannot be one of its numbers. */
    INVALID_NUMBER(Blame.CALLER, false),
    /** Asked too often: the carrier's limit, or ours that keeps to it. */
    OVER_QUOTA(Blame.OPERATOR, true),
    /** The carrier answered with an error of its own, or not at all. */
    UNAVAILABLE(Blame.CARRIER, true),
    /** The carrier did not answer in time. */
    TIMEOUT(Blame.CARRIER, true),
    /** The carrier failed so often that it is left alone for a while. */
    CIRCUIT_OPEN(Blame.CARRIER, true),
    /** Too many look-ups at this carrier are under way. */
    BUSY(Blame.OPERATOR, true),
    /** The answer was not what the carrier documents: nothing of it is stored as an event. */
    UNREADABLE(Blame.CARRIER, false),
    /** The answer was larger than 2 MB. */
    TOO_LARGE(Blame.CARRIER, false);

    private final Blame blame;
    private final boolean retryable;

    FailureKind(Blame blame, boolean retryable) {
        this.blame = blame;
        this.retryable = retryable;
    }

    /** Whose fault it is. */
    public Blame blame() {
        return blame;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean retryable() {
        return retryable;
    }

    /** Whose fault a failure is. */
    public enum Blame {
        CALLER,
        OPERATOR,
        CARRIER
    }
}
