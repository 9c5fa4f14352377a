package org.trackno.limit;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.trackno.limit.RateLimit.Standing;

/** What a caller may ask: a quota of requests, and no walks through numbers. No state outlives the process. */
@Singleton
public class CallerLimits {
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

    /**
     * Takes a request out of the caller's quota, and tells why it may not pass: {@link #take} and {@link #refuse} at once.
     *
     * @param number what it looks up; blank for nothing
     */
    public Optional<Refusal> admit(HttpServerRequest request, String number) {
        Caller caller = callers.of(request);
        Optional<Refusal> refused = take(request, caller, 1);
        return refused.isPresent() || number.isEmpty() ? refused : refuse(caller, number);
    }

    /**
     * Takes some requests out of the caller's quota and says in the response's header how it stands. Why not, when they are
     * not left; nothing is taken then.
     */
    public Optional<Refusal> take(HttpServerRequest request, int requests) {
        return take(request, callers.of(request), requests);
    }

    private Optional<Refusal> take(HttpServerRequest request, Caller caller, int requests) {
        Bucket quota = caller.quota();
        if (quota == null) {
            return Optional.empty();
        }
        Standing standing = rateLimit.take(quota, requests);
        request.response().putHeader(POLICY_FIELD, policy).putHeader(STANDING_FIELD, standing.field());
        if (standing.isAdmitted()) {
            return Optional.empty();
        }
        return Optional.of(refused(
                Refusal.Kind.REQUESTS,
                "You may ask " + rateLimit.inWords() + "; each number counts.",
                standing.resetSeconds()));
    }

    /** Why the caller may not look this number up, when it walks through consecutive numbers, or through unknown ones. */
    public Optional<Refusal> refuse(HttpServerRequest request, String number) {
        return refuse(callers.of(request), number);
    }

    private Optional<Refusal> refuse(Caller caller, String number) {
        long unknown = brake.waitForUnknown(caller);
        if (unknown > 0) {
            return Optional.of(refused(
                    Refusal.Kind.UNKNOWN_NUMBERS,
                    "You asked for too many numbers that no carrier knows.",
                    seconds(unknown)));
        }
        long neighbour = brake.waitForNeighbour(caller, number);
        return neighbour == 0
                ? Optional.empty()
                : Optional.of(refused(
                        Refusal.Kind.NEIGHBOURS,
                        "You asked for too many numbers of one run. Whoever owns them can have the operator exempt"
                                + " the network.",
                        seconds(neighbour)));
    }

    /** Nobody knew the number that the caller asked for. */
    public void noteUnknown(HttpServerRequest request, String number) {
        brake.noteUnknown(callers.of(request), number);
    }

    private Refusal refused(Refusal.Kind kind, String why, long waitSeconds) {
        refusals.count(kind.reason());
        return new Refusal(kind, why + " Go on in " + waitSeconds + " s.", waitSeconds);
    }

    private static long seconds(long millis) {
        return (millis + MILLIS - 1) / MILLIS;
    }
}
