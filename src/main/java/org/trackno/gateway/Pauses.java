package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.store.CarrierAccount;
import org.trackno.store.CarrierPauses;
import org.trackno.store.CarrierPauses.CarrierPause;

/**
 * Carriers that asked to be left alone, in whichever process they said so. One query now and then reads all of them, however
 * many calls are made; while the database is away, what is known here counts.
 */
@ApplicationScoped
class Pauses {
    private static final Logger LOG = Logger.getLogger(Pauses.class);

    /** So long another process may go on asking that did so in this moment. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofMillis(250);

    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(1);

    private final CarrierPauses store;
    private final Clock clock;
    private final Map<CarrierAccount, CarrierPause> known = new ConcurrentHashMap<>();
    private @Nullable Uni<Void> reading;
    private Instant readAgainAt = Instant.MIN;

    Pauses(CarrierPauses store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The pause of an account that this process knows of; empty when it may be asked. */
    Optional<CarrierPause> known(CarrierAccount account) {
        return Optional.ofNullable(known.get(account))
                .filter(pause -> clock.instant().isBefore(pause.until()));
    }

    /** The pause of an account; empty when it may be asked. Never fails. */
    Uni<Optional<CarrierPause>> find(CarrierAccount account) {
        return Uni.createFrom().deferred(this::upToDate).map(read -> known(account));
    }

    /** Leaves an account alone, in all processes once this ends. Never fails. */
    Uni<Void> begin(CarrierPause pause) {
        learn(pause);
        return store.keep(pause)
                .ifNoItem()
                .after(DATABASE_TIMEOUT)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Only this process knows that %s wants to be left alone: %s",
                        pause.account().carrierId(), failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private synchronized Uni<Void> upToDate() {
        Uni<Void> shared = reading;
        if (shared != null) {
            return shared;
        }
        if (clock.instant().isBefore(readAgainAt)) {
            return Uni.createFrom().voidItem();
        }
        shared = store.listEndingAfter(clock.instant())
                .ifNoItem()
                .after(DATABASE_TIMEOUT)
                .fail()
                .invoke(pauses -> pauses.forEach(this::learn))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(this::read)
                .memoize()
                .indefinitely();
        reading = shared;
        return shared;
    }

    private synchronized void read() {
        reading = null;
        readAgainAt = clock.instant().plus(READ_AGAIN_AFTER);
    }

    private void learn(CarrierPause pause) {
        known.merge(pause.account(), pause, (one, other) -> other.until().isAfter(one.until()) ? other : one);
    }
}
