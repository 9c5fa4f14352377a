package org.trackno.api.limit;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.trackno.api.ProblemDocument;
import org.trackno.api.limit.RateLimit.Standing;
import org.trackno.api.limit.Refusals.Reason;

/** What a caller may ask: a quota of requests, and no walks through numbers. No state outlives the process. */
@Singleton
public class CallerLimits {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long MILLIS = 1_000;
    private static final CharSequence POLICY_FIELD = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STANDING_FIELD = HttpHeaders.createOptimized("RateLimit");

    private final Callers callers;
    private final RateLimit rateLimit;
    private final WalkingBrake brake;
    private final Refusals refusals;
    private final CharSequence policy;

    CallerLimits(Callers callers, RateLimit rateLimit, WalkingBrake brake, Refusals refusals) {
        this.callers = callers;
        this.rateLimit = rateLimit;
        this.brake = brake;
        this.refusals = refusals;
        this.policy = HttpHeaders.createOptimized(rateLimit.policy());
    }

    /** Whether nothing limits the caller. */
    boolean isExempt(HttpServerRequest request) {
        return callers.of(request).isExempt();
    }

    /**
     * Takes some requests out of the caller's quota and says in the response's header how it stands. Why not, when they are
     * not left; nothing is taken then.
     */
    public Optional<ProblemDocument> take(HttpServerRequest request, int requests) {
        Bucket quota = callers.of(request).quota();
        if (quota == null) {
            return Optional.empty();
        }
        Standing standing = rateLimit.take(quota, requests);
        request.response().putHeader(POLICY_FIELD, policy).putHeader(STANDING_FIELD, standing.field());
        if (standing.isAdmitted()) {
            return Optional.empty();
        }
        refusals.count(Reason.RATE);
        return Optional.of(ProblemDocument.later(
                "/problems/too-many-requests",
                "Too many requests",
                TOO_MANY_REQUESTS,
                "You may ask " + rateLimit.inWords() + "; each number counts. Go on in " + standing.resetSeconds()
                        + " s.",
                standing.resetSeconds()));
    }

    /** Why the caller may not look this number up, when it walks through consecutive numbers, or through unknown ones. */
    public Optional<ProblemDocument> refuse(HttpServerRequest request, String number) {
        Caller caller = callers.of(request);
        long unknown = brake.waitForUnknown(caller);
        if (unknown > 0) {
            return Optional.of(refused(
                    "/problems/too-many-unknown-numbers",
                    "Too many numbers that nobody knows",
                    "You asked for too many numbers that no carrier knows.",
                    unknown));
        }
        long neighbour = brake.waitForNeighbour(caller, number);
        return neighbour == 0
                ? Optional.empty()
                : Optional.of(refused(
                        "/problems/too-many-neighbours",
                        "Too many consecutive numbers",
                        "You asked for too many numbers of one run. Whoever owns them can have the operator exempt"
                                + " the network.",
                        neighbour));
    }

    /** Nobody knew the number that the caller asked for. */
    public void noteUnknown(HttpServerRequest request, String number) {
        brake.noteUnknown(callers.of(request), number);
    }

    private ProblemDocument refused(String type, String title, String why, long waitMillis) {
        refusals.count(Reason.WALKING);
        long seconds = (waitMillis + MILLIS - 1) / MILLIS;
        return ProblemDocument.later(type, title, TOO_MANY_REQUESTS, why + " Go on in " + seconds + " s.", seconds);
    }
}
