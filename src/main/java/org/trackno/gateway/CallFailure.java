package org.trackno.gateway;

import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;

/** A failed call on its way through the guards, which speak in exceptions. Leaves the gateway as a value again. */
final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Exchange exchange;
    private final boolean refusedByUs;

    private CallFailure(Exchange exchange, Failed failed, boolean refusedByUs) {
        super(failed.kind() + ": " + failed.detail(), null, false, false);
        this.exchange = exchange;
        this.refusedByUs = refusedByUs;
    }

    /** The carrier answered so. */
    static CallFailure of(Exchange exchange) {
        return new CallFailure(exchange, exchange.failure(), false);
    }

    /** The carrier did not answer, or not with anything to read. */
    static CallFailure of(Failed failed) {
        return new CallFailure(Exchange.unanswered(failed), failed, false);
    }

    /** The carrier did not answer. */
    static CallFailure of(FailureKind kind, String detail) {
        return of(new Failed(kind, detail));
    }

    /** A guard of ours kept the call from being made: nothing was learnt about the carrier. */
    static CallFailure refused(Failed failed) {
        return new CallFailure(Exchange.unanswered(failed), failed, true);
    }

    Exchange exchange() {
        return exchange;
    }

    Failed failed() {
        return exchange.failure();
    }

    /** Whether the call was not made, so that it says nothing about the carrier. */
    boolean isRefusedByUs() {
        return refusedByUs;
    }

    /** Whether the carrier is to blame, so that its breaker counts this. */
    boolean isCarriersFault() {
        return !refusedByUs
                && failed().kind().blame() == FailureKind.Blame.CARRIER
                && failed().kind() != FailureKind.UNREADABLE;
    }
}
