package org.trackno.gateway;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.support.SystemBeans.Jitter;

/**
 * The guards around one carrier: at most three tries with full jitter, a breaker that only the carrier's own faults open,
 * and a bound on calls under way. One instance a carrier, made once: its parts hold the state.
 */
final class CarrierGuard {
    private static final int RETRIES = 2;
    private static final long FIRST_BACKOFF_MILLIS = 200;
    private static final long LONGEST_BACKOFF_MILLIS = 2_000;
    private static final int BREAKER_WINDOW = 20;
    private static final int QUEUE_FACTOR = 8;

    private final TypedGuard<Uni<Exchange>> guard;
    private volatile CircuitBreakerState breaker = CircuitBreakerState.CLOSED;

    CarrierGuard(String carrierId, int concurrency, Duration longest, Jitter jitter) {
        guard = TypedGuard.create(new TypeLiteral<Uni<Exchange>>() {})
                .withDescription("carrier-" + carrierId)
                .withBulkhead()
                .limit(concurrency)
                .queueSize(concurrency * QUEUE_FACTOR)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(BREAKER_WINDOW)
                .failureRatio(0.5)
                .delay(5, ChronoUnit.SECONDS)
                .when(failure -> failure instanceof CallFailure call && call.isCarriersFault())
                .onStateChange(state -> breaker = state)
                .done()
                .withRetry()
                .maxRetries(RETRIES)
                .maxDuration(longest.toMillis(), ChronoUnit.MILLIS)
                .whenException(CarrierGuard::isWorthRetrying)
                .withCustomBackoff()
                .strategy(() -> new FullJitter(jitter))
                .done()
                .done()
                .build();
    }

    /** The call, guarded; refusals of the guards come as {@link CallFailure} too. */
    Uni<Exchange> call(Supplier<Uni<Exchange>> call) {
        return guard.get(call)
                .onFailure(CircuitBreakerOpenException.class)
                .transform(e -> new CallFailure(FailureKind.CIRCUIT_OPEN, "it failed too often and is left alone"))
                .onFailure(BulkheadException.class)
                .transform(e -> new CallFailure(FailureKind.BUSY, "too many look-ups are under way"));
    }

    /** Whether calls get through. */
    CircuitBreakerState breaker() {
        return breaker;
    }

    private static boolean isWorthRetrying(Throwable failure) {
        if (!(failure instanceof CallFailure call)) {
            return false;
        }
        Failed failed = call.failed();
        return failed.kind() == FailureKind.UNAVAILABLE && failed.retryAfter() == null;
    }

    /** Any delay from nothing to a bound that doubles: many who failed together do not come back together. */
    private static final class FullJitter implements CustomBackoffStrategy {
        private final Jitter jitter;
        private int retries;

        FullJitter(Jitter jitter) {
            this.jitter = jitter;
        }

        @Override
        public synchronized long nextDelayInMillis(Throwable failure) {
            long bound = Math.min(LONGEST_BACKOFF_MILLIS, FIRST_BACKOFF_MILLIS << retries++);
            return (long) (jitter.next() * bound);
        }
    }
}
