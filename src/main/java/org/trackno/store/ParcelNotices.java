package org.trackno.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;

/**
 * Hears, through PostgreSQL's LISTEN, what any process on the database wrote about a parcel, right after it is committed.
 * When the connection was away, something may have been missed: listeners are told that too.
 */
@Singleton
public class ParcelNotices {
    private static final Logger LOG = Logger.getLogger(ParcelNotices.class);
    private static final long RECONNECT_MILLIS = 500;
    /** A connection that broke without a word is found out by asking. */
    private static final long PULSE_MILLIS = 2_000;

    private final Vertx vertx;
    private final StorePool connections;
    private final Pool pool;
    private final ProcessId process;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean connected;
    private @Nullable PgSubscriber subscriber;
    private long pulse;

    ParcelNotices(Vertx vertx, StorePool connections, Pool pool, ProcessId process) {
        this.vertx = vertx;
        this.connections = connections;
        this.pool = pool;
        this.process = process;
    }

    /** Who hears. Called on an event loop: must not block. */
    public interface Listener {
        /**
         * Something about a parcel was written, or a fetch for it ended.
         *
         * @param own whether this process did it
         */
        void heard(String carrierId, TrackingNumber number, boolean own);

        /** Something may have been missed. */
        void missed();
    }

    /** Tells a listener from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Whether changes by other processes are heard at the moment. */
    public boolean isConnected() {
        return connected;
    }

    void start(@Observes StartupEvent event) {
        pool.size(); // the pool is made when first used, and knows where the database is
        connect();
        pulse = vertx.setPeriodic(PULSE_MILLIS, timer -> feelPulse());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(pulse);
        PgSubscriber open = subscriber;
        subscriber = null;
        if (open != null) {
            open.close();
        }
    }

    private void connect() {
        PgSubscriber fresh = PgSubscriber.subscriber(vertx, connections.server());
        subscriber = fresh;
        fresh.closeHandler(closed -> lost(fresh));
        fresh.channel(SightingWrites.CHANNEL)
                .subscribeHandler(subscribed -> found())
                .handler(this::heard);
        fresh.connect().onFailure(failure -> lost(fresh));
    }

    private void found() {
        connected = true;
        listeners.forEach(Listener::missed);
    }

    /** The connection is gone: another is made after a while, for as long as it takes. */
    private void lost(PgSubscriber old) {
        if (subscriber != old) {
            return; // heard of already, or we are stopping
        }
        if (connected) {
            LOG.warn("The connection that hears of other processes' changes broke; connecting again");
        }
        connected = false;
        subscriber = null;
        vertx.setTimer(RECONNECT_MILLIS, timer -> connect());
    }

    private void feelPulse() {
        PgSubscriber open = subscriber;
        PgConnection connection = open == null ? null : open.actualConnection();
        if (open == null || connection == null) {
            return;
        }
        long deadline = vertx.setTimer(PULSE_MILLIS - 100, timer -> {
            lost(open);
            open.close();
        });
        connection.query("select 1").execute().onComplete(answer -> vertx.cancelTimer(deadline));
    }

    private void heard(String payload) {
        String[] words = payload.split(" ", 3);
        if (words.length == 3 && TrackingNumber.isCanonical(words[2])) {
            boolean own = words[0].equals(process.id().toString());
            TrackingNumber number = new TrackingNumber(words[2]);
            listeners.forEach(listener -> listener.heard(words[1], number, own));
        }
    }
}
