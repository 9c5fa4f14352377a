package org.trackno.gateway;

import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;

/** A failed call on its way through the guards, which speak in exceptions. Leaves the gateway as a value again. */
final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Exchange exchange;

    CallFailure(Exchange exchange, Failed failed) {
        super(failed.kind() + ": " + failed.detail(), null, false, false);
        this.exchange = exchange;
    }

    CallFailure(FailureKind kind, String detail) {
        this(Exchange.unanswered(new Failed(kind, detail)), new Failed(kind, detail));
    }

    Exchange exchange() {
        return exchange;
    }

    Failed failed() {
        return exchange.failure();
    }

    /** Whether the carrier is to blame, so that its breaker counts this. */
    boolean isCarriersFault() {
        return failed().kind().blame() == FailureKind.Blame.CARRIER && failed().kind() != FailureKind.UNREADABLE;
    }
}
