package org.trackno.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.CallerLimits;
import org.trackno.limit.RefusedException;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.ParcelWatch;
import org.trackno.tracking.ParcelWatch.Look;

/** Looks numbers up for those who read pages, and holds them to what one caller may ask, wherever the number comes from. */
@ApplicationScoped
class VisitorLookUp {
    private final LookUp lookUp;
    private final ParcelWatch watch;
    private final CallerLimits limits;

    VisitorLookUp(LookUp lookUp, ParcelWatch watch, CallerLimits limits) {
        this.lookUp = lookUp;
        this.watch = watch;
        this.limits = limits;
    }

    /** What came of a look-up; fails with {@link RefusedException} when the visitor may not ask about the number now. */
    Uni<LookUpResult> track(String number, @Nullable String carrier, Visit visit) {
        return limits.refuse(visit.request(), number)
                .map(refusal -> Uni.createFrom().<LookUpResult>failure(new RefusedException(refusal)))
                .orElseGet(
                        () -> lookUp.track(number, carrier, null).invoke(result -> noteUnknown(result, number, visit)));
    }

    /**
     * What is known of a number and every change of it, see {@link ParcelWatch#of}; fails with {@link RefusedException} when
     * the visitor may not ask about the number now.
     */
    Multi<Look> follow(String number, @Nullable String carrier, Visit visit) {
        return limits.refuse(visit.request(), number)
                .map(refusal -> Multi.createFrom().<Look>failure(new RefusedException(refusal)))
                .orElseGet(() -> watch.of(number, carrier).invoke(look -> {
                    if (look.changed()) {
                        noteUnknown(look.result(), number, visit);
                    }
                }));
    }

    private void noteUnknown(LookUpResult result, String number, Visit visit) {
        if (result.isUnknown()) {
            limits.noteUnknown(visit.request(), number);
        }
    }
}
