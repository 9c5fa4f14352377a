package org.trackno.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.store.CarrierPauses.CarrierPause;

/** What one carrier's calls came to lately, in this process. */
final class HealthLog {
    private static final Logger LOG = Logger.getLogger(HealthLog.class);
    /** How long a refusal of our credentials keeps a carrier flagged without being tried. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(60);

    private final String carrierId;
    private final Clock clock;
    private volatile @Nullable Instant lastSuccessAt;
    private volatile @Nullable Instant lastFailureAt;
    private volatile @Nullable FailureKind lastFailure;
    private final AtomicReference<@Nullable Instant> refusedUntil = new AtomicReference<>();

    HealthLog(String carrierId, Clock clock) {
        this.carrierId = carrierId;
        this.clock = clock;
    }

    void succeeded() {
        lastSuccessAt = clock.instant();
        refusedUntil.set(null);
    }

    void failed(FailureKind kind) {
        lastFailureAt = clock.instant();
        lastFailure = kind;
        if (kind == FailureKind.REFUSED) {
            refused();
        }
    }

    /** Many calls may hear of one refusal, and it is repeated each minute: only the first one is news. */
    private void refused() {
        if (refusedUntil.getAndSet(clock.instant().plus(REFUSED_FOR)) == null) {
            LOG.warnf(
                    "%s refuses our credentials: renew them. Until it takes them, it is asked once in %d s at most.",
                    carrierId, REFUSED_FOR.toSeconds());
        }
    }

    /** Whether the carrier refused our credentials and has not answered since. */
    boolean isRefused() {
        return refusedUntil.get() != null;
    }

    /** Until when our credentials need not be tried again; empty when they may be. */
    Optional<Instant> refusedUntil() {
        return Optional.ofNullable(refusedUntil.get())
                .filter(until -> clock.instant().isBefore(until));
    }

    CarrierHealth health(CircuitBreaker.State breaker, Optional<CarrierPause> pause) {
        Instant refused = refusedUntil().orElse(null);
        Instant pausedUntil = pause.map(CarrierPause::until).orElse(refused);
        return new CarrierHealth(
                state(breaker, refused != null, pause.isPresent()),
                lastSuccessAt,
                lastFailureAt,
                lastFailure,
                pausedUntil);
    }

    private CarrierHealth.State state(CircuitBreaker.State breaker, boolean refused, boolean paused) {
        if (refused) {
            return CarrierHealth.State.REFUSED;
        }
        if (paused) {
            return CarrierHealth.State.PAUSED;
        }
        if (breaker == CircuitBreaker.State.OPEN) {
            return CarrierHealth.State.DOWN;
        }
        Instant failure = lastFailureAt;
        Instant success = lastSuccessAt;
        return failure != null && (success == null || failure.isAfter(success))
                ? CarrierHealth.State.FAILING
                : CarrierHealth.State.UP;
    }
}
