package org.trackno.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.support.SystemBeans.Jitter;

/**
 * The breaker and the tries around one carrier's calls. At most three tries, with full jitter, within the deadline and within
 * a budget over all calls; a breaker that opens when the carrier fails, and never because we refuse to call. One instance a
 * carrier: it holds the state.
 */
final class CarrierGuard {
    /** A carrier that is left alone is tried again that often, with one call. */
    static final Duration PROBE_INTERVAL = Duration.ofSeconds(5);

    private static final int RETRIES = 2;
    /** Small enough to open within 20 calls, those included that are under way meanwhile. */
    private static final int BREAKER_WINDOW = 12;
    /** Half of the calls still getting through is better than none. */
    private static final int FAILURE_PERCENT = 75;

    private final CircuitBreaker breaker;
    private final RetryBudget budget = new RetryBudget();
    private final FullJitter backoff;
    private final CallMetrics metrics;
    private final Clock clock;

    CarrierGuard(String carrierId, CallMetrics metrics, Clock clock, Jitter jitter) {
        this.breaker = CircuitBreaker.of(
                carrierId,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(time -> time.instant().toEpochMilli(), TimeUnit.MILLISECONDS)
                        .slidingWindowSize(BREAKER_WINDOW)
                        .minimumNumberOfCalls(BREAKER_WINDOW)
                        .failureRateThreshold(FAILURE_PERCENT)
                        .waitDurationInOpenState(PROBE_INTERVAL)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .writableStackTraceEnabled(false)
                        .build());
        this.backoff = new FullJitter(jitter);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The call, tried again where that may help. Fails with {@link CallFailure}, refusals of the guards included. */
    Uni<Exchange> call(Supplier<Uni<Exchange>> call, Deadline deadline) {
        budget.deposit();
        return call(call, deadline, 0);
    }

    /** Whether the budget has room for so many calls more than were asked for; takes them. */
    boolean affords(int calls) {
        return budget.withdraw(calls);
    }

    /** Whether calls get through. */
    CircuitBreaker.State breaker() {
        return breaker.getState();
    }

    private Uni<Exchange> call(Supplier<Uni<Exchange>> call, Deadline deadline, int retries) {
        return behindBreaker(call)
                .onFailure(CallFailure.class)
                .recoverWithUni(failure -> retry(call, deadline, retries, (CallFailure) failure));
    }

    private Uni<Exchange> retry(Supplier<Uni<Exchange>> call, Deadline deadline, int retries, CallFailure failure) {
        if (retries == RETRIES || !isWorthRetrying(failure)) {
            return Uni.createFrom().failure(failure);
        }
        Duration wait = backoff.before(retries);
        Instant start = clock.instant().plus(wait);
        if (!deadline.allowsStartAt(start) || !budget.withdraw(1)) {
            return Uni.createFrom().failure(failure);
        }
        metrics.retried();
        return after(wait)
                .flatMap(now -> call(call, deadline, retries + 1))
                .onFailure(again -> again instanceof CallFailure refused && refused.isRefusedByUs())
                .transform(refused -> failure); // why there is no answer is what the carrier did, not that we stopped
    }

    /** A refusal of ours gives the breaker's permission back, as if the call had never been thought of. */
    private Uni<Exchange> behindBreaker(Supplier<Uni<Exchange>> call) {
        return Uni.createFrom().deferred(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Uni.createFrom()
                        .failure(CallFailure.refused(
                                new Failed(FailureKind.CIRCUIT_OPEN, "it failed too often and is left alone")));
            }
            return Uni.createFrom()
                    .deferred(() -> call.get())
                    .onItem()
                    .invoke(() -> breaker.onSuccess(0, TimeUnit.MILLISECONDS))
                    .onFailure()
                    .invoke(this::count)
                    .onCancellation()
                    .invoke(breaker::releasePermission);
        });
    }

    private void count(Throwable failure) {
        if (!(failure instanceof CallFailure call) || call.isRefusedByUs()) {
            breaker.releasePermission();
        } else if (call.isCarriersFault()) {
            breaker.onError(0, TimeUnit.MILLISECONDS, failure);
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isWorthRetrying(CallFailure failure) {
        Failed failed = failure.failed();
        return !failure.isRefusedByUs() && failed.kind() == FailureKind.UNAVAILABLE && failed.retryAfter() == null;
    }

    private static Uni<Void> after(Duration wait) {
        return wait.toMillis() < 1 // Vert.x has no shorter timers
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(wait);
    }
}
