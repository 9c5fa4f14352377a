package org.trackno.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;

/** What counts and remembers, on a database that cannot be reached. */
public final class LostDatabase implements AutoCloseable {
    private static final int NOBODY_LISTENS = 1;

    private final Pool pool;

    public LostDatabase(Vertx vertx) {
        pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(NOBODY_LISTENS)
                        .setDatabase("none")
                        .setUser("nobody"))
                .using(vertx)
                .build();
    }

    public CarrierQuotas quotas() {
        return new CarrierQuotas(new Database(pool), io.vertx.mutiny.sqlclient.Pool.newInstance(pool));
    }

    public CarrierPauses pauses() {
        return new CarrierPauses(new Database(pool));
    }

    @Override
    public void close() {
        pool.close();
    }
}
