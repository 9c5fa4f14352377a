package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of the look-up path. They are written in SQL and go straight to the pool that Hibernate uses too: one
 * statement is one transaction, and nobody waits for a database that does not answer.
 */
@Singleton
class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);

    /** A person waits three seconds for everything; PostgreSQL itself ends a statement after five. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** The rows; begun when subscribed. Fails when the database does, or does not answer in time. */
    Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return inTime(() -> pool.preparedQuery(sql).execute(parameters));
    }

    /** The rows of two statements, sent together: the second sees all that was committed when the first ended. Either fails both. */
    <T> Uni<T> run(
            String first,
            Tuple itsParameters,
            String second,
            Tuple ownParameters,
            BiFunction<RowSet<Row>, RowSet<Row>, T> join) {
        return inTime(() -> pool.withConnection(connection -> {
            Future<RowSet<Row>> before = connection.preparedQuery(first).execute(itsParameters);
            Future<RowSet<Row>> after = connection.preparedQuery(second).execute(ownParameters);
            return Future.join(before, after).map(both -> join.apply(before.result(), after.result()));
        }));
    }

    /**
     * The rows of a statement, and another one sent right behind it on the same connection, that runs however the first ends.
     * Nobody waits for the second, and that it alone fails is only told in the log.
     */
    Uni<RowSet<Row>> runThen(String sql, Tuple parameters, String behind, Tuple itsParameters) {
        return inTime(() -> {
            Promise<RowSet<Row>> rows = Promise.promise();
            pool.withConnection(connection -> {
                        Future<RowSet<Row>> first = connection
                                .preparedQuery(sql)
                                .execute(parameters)
                                .onComplete(rows);
                        Future<RowSet<Row>> second = connection
                                .preparedQuery(behind)
                                .execute(itsParameters)
                                .onFailure(failure -> {
                                    if (first.succeeded()) {
                                        LOG.warnf("What follows a write failed: %s", failure.getMessage());
                                    }
                                });
                        return Future.join(first, second);
                    })
                    .onFailure(rows::tryFail);
            return rows.future();
        });
    }

    private static <T> Uni<T> inTime(Supplier<Future<T>> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> work.get().onSuccess(emitter::complete).onFailure(emitter::fail))
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
