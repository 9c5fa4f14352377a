package org.trackno.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The outside world that tests replace: the clock and randomness. Nothing else asks the system for either. */
@ApplicationScoped
public class SystemBeans {
    /** The system clock, in UTC. Without a proxy in between: it is read several times a request. */
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** A source of randomness for spreading load; never for secrets. */
    @Produces
    @ApplicationScoped
    public Jitter jitter() {
        return new Jitter(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** Evenly spread numbers from 0, included, to 1, excluded. */
    public static class Jitter {
        private final DoubleSupplier source;

        /** A source of evenly spread numbers. */
        public Jitter(DoubleSupplier source) {
            this.source = source;
        }

        /** Not for callers: lets CDI make a client proxy. */
        protected Jitter() {
            this(() -> 0);
        }

        /** The next number. */
        public double next() {
            return source.getAsDouble();
        }
    }
}
