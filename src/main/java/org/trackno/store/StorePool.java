package org.trackno.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to PostgreSQL. Nobody waits long for one: a database that is away is found out in two seconds, so that
 * callers get an answer while they are still there.
 */
@Singleton
public class StorePool implements PgPoolCreator {
    private static final int SECONDS_TO_CONNECT = 2;
    /** More than these waiting means the database does not keep up: better to say so than to grow. */
    private static final int MOST_WAITING = 2_000;

    private @Nullable PgConnectOptions server;

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> server.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS_TO_CONNECT))
                .setPreparedStatementCacheSqlFilter(sql -> true)); // also long ones, whose planning takes longest
        server = new PgConnectOptions(servers.get(0));
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(SECONDS_TO_CONNECT)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(MOST_WAITING);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }

    /** Where the database is, for a connection beside the pool. Known once the pool is made. */
    PgConnectOptions server() {
        return Objects.requireNonNull(server, "the pool is not made yet");
    }
}
