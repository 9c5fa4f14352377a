package org.trackno.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.CallerLimits;
import org.trackno.limit.Refusal;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;

/** Looks numbers up for those who read pages, and holds them to what one caller may ask, wherever the number comes from. */
@ApplicationScoped
class VisitorLookUp {
    private final LookUp lookUp;
    private final CallerLimits limits;

    VisitorLookUp(LookUp lookUp, CallerLimits limits) {
        this.lookUp = lookUp;
        this.limits = limits;
    }

    /** The visitor walks through numbers, or through unknown ones. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** What came of a look-up; fails with {@link RefusedException} when the visitor may not ask about the number now. */
    Uni<LookUpResult> track(String number, @Nullable String carrier, Visit visit) {
        return limits.refuse(visit.request(), number)
                .map(refusal -> Uni.createFrom().<LookUpResult>failure(new RefusedException(refusal)))
                .orElseGet(() -> lookUp.track(number, carrier, null).invoke(result -> {
                    if (result.isUnknown()) {
                        limits.noteUnknown(visit.request(), number);
                    }
                }));
    }
}
