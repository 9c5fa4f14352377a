package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of the look-up path. They are written in SQL and go straight to the pool that Hibernate uses too: one
 * statement is one transaction, and nobody waits for a database that does not answer.
 */
@ApplicationScoped
class Database {
    /** A person waits three seconds for everything; PostgreSQL itself ends a statement after five. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** The rows; begun when subscribed. Fails when the database does, or does not answer in time. */
    Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return of(pool, sql, parameters);
    }

    private static Uni<RowSet<Row>> of(Pool pool, String sql, Tuple parameters) {
        return Uni.createFrom()
                .<RowSet<Row>>emitter(emitter -> {
                    Future<RowSet<Row>> rows = pool.preparedQuery(sql).execute(parameters);
                    rows.onSuccess(emitter::complete).onFailure(emitter::fail);
                })
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new StoreException("PostgreSQL did not answer within " + PATIENCE.toMillis() + " ms"));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
