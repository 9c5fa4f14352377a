package org.trackno.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.store.CarrierPauses.CarrierPause;

/** What one carrier's calls came to lately, in this process. */
final class HealthLog {
    /** How long a refusal of our credentials keeps a carrier flagged without being tried. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(60);

    private final Clock clock;
    private volatile @Nullable Instant lastSuccessAt;
    private volatile @Nullable Instant lastFailureAt;
    private volatile @Nullable FailureKind lastFailure;
    private volatile @Nullable Instant refusedUntil;

    HealthLog(Clock clock) {
        this.clock = clock;
    }

    void succeeded() {
        lastSuccessAt = clock.instant();
        refusedUntil = null;
    }

    void failed(FailureKind kind) {
        lastFailureAt = clock.instant();
        lastFailure = kind;
        if (kind == FailureKind.REFUSED) {
            refusedUntil = clock.instant().plus(REFUSED_FOR);
        }
    }

    /** Until when our credentials need not be tried again; empty when they may be. */
    Optional<Instant> refusedUntil() {
        return Optional.ofNullable(refusedUntil).filter(until -> clock.instant().isBefore(until));
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
