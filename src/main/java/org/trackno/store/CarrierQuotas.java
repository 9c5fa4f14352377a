package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls to carriers, for all processes. A call is counted, and that is committed, before it is made: whatever dies and
 * whenever, no more calls are made than were counted.
 */
@ApplicationScoped
public class CarrierQuotas {
    private static final String SELECT =
            "select day, used, slots from carrier_quota where carrier = $1 and account = $2";

    private final Database database;
    private final Pool pool;

    CarrierQuotas(Database database, Pool pool) {
        this.database = database;
        this.pool = pool;
    }

    /**
     * Takes one call of an account, if there is one, as {@link QuotaCount#take} decides.
     *
     * <p>Fails when the database does. The call may have been counted then, and must not be made.
     */
    public Uni<QuotaDecision> take(
            CarrierAccount account, QuotaLimits limits, Instant now, Instant latest, boolean mayUseReserve) {
        return pool.withTransaction(connection -> lock(connection, account, now).flatMap(count -> {
            QuotaDecision decision = count.take(limits, now, latest, mayUseReserve);
            return decision instanceof QuotaDecision.Granted granted
                    ? save(connection, account, granted.count()).replaceWith(decision)
                    : Uni.createFrom().item(decision);
        }));
    }

    /** What an account has used; empty when it never called. */
    public Uni<Optional<QuotaCount>> find(CarrierAccount account) {
        return database.run(SELECT, key(account).getDelegate())
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(toCount(rows.iterator().next()))
                        : Optional.empty());
    }

    private static Uni<QuotaCount> lock(SqlConnection connection, CarrierAccount account, Instant now) {
        return selectForUpdate(connection, account)
                .flatMap(known -> known != null
                        ? Uni.createFrom().item(known)
                        : insert(connection, account, now)
                                .chain(() -> selectForUpdate(connection, account))
                                .onItem()
                                .ifNull()
                                .failWith(() ->
                                        new IllegalStateException("A row of carrier_quota was deleted meanwhile")));
    }

    private static Uni<@Nullable QuotaCount> selectForUpdate(SqlConnection connection, CarrierAccount account) {
        return connection
                .preparedQuery(SELECT + " for update")
                .execute(key(account))
                .map(rows -> rows.iterator().hasNext()
                        ? toCount(rows.iterator().next().getDelegate())
                        : null);
    }

    private static Uni<Void> insert(SqlConnection connection, CarrierAccount account, Instant now) {
        return connection
                .preparedQuery(
                        """
                        insert into carrier_quota (carrier, account, day, used, slots) values ($1, $2, $3, 0, '{}')
                        on conflict do nothing
                        """)
                .execute(key(account).addLocalDate(QuotaCount.none(now).day()))
                .replaceWithVoid();
    }

    private static Uni<Void> save(SqlConnection connection, CarrierAccount account, QuotaCount count) {
        OffsetDateTime[] slots = count.slots().stream()
                .map(slot -> slot.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return connection
                .preparedQuery(
                        "update carrier_quota set day = $3, used = $4, slots = $5 where carrier = $1 and account = $2")
                .execute(key(account)
                        .addLocalDate(count.day())
                        .addInteger(count.used())
                        .addArrayOfOffsetDateTime(slots))
                .replaceWithVoid();
    }

    private static Tuple key(CarrierAccount account) {
        return Tuple.of(account.carrierId(), account.account());
    }

    private static QuotaCount toCount(Row row) {
        return new QuotaCount(
                row.getLocalDate("day"),
                row.getInteger("used"),
                Arrays.stream(row.getArrayOfOffsetDateTimes("slots"))
                        .map(OffsetDateTime::toInstant)
                        .toList());
    }
}
