package org.trackno.limit;

/** Carries a refusal out of a look-up that is under way: the caller walks through numbers, or through unknown ones. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** Of a caller who may not ask now. */
    public RefusedException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    /** Why the caller may not ask now. */
    public Refusal refusal() {
        return refusal;
    }
}
