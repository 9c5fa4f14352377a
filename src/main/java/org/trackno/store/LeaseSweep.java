package org.trackno.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Sweeps out leases that are over, so that numbers nobody knows do not pile up. */
@ApplicationScoped
class LeaseSweep {
    private static final Logger LOG = Logger.getLogger(LeaseSweep.class);

    private final FetchLeases leases;
    private final Clock clock;

    LeaseSweep(FetchLeases leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return leases.forget(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("Leases were not swept: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
