package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls to carriers, for all processes. A call is counted, and that is committed, before it is made: whatever dies and
 * whenever, no more calls are made than were counted.
 */
@Singleton
public class CarrierQuotas {
    private static final String SAVE =
            "update carrier_quota set day = $3, used = $4, slots = $5 where carrier = $1 and account = $2";

    /** Of a day no count comes twice, so day and count tell whether anybody called meanwhile. */
    private static final String TAKE_IF_UNCHANGED = SAVE + " and day = $6 and used = $7";

    private static final String SELECT =
            "select day, used, slots from carrier_quota where carrier = $1 and account = $2";

    private final Database database;
    private final Pool pool;

    CarrierQuotas(Database database, Pool pool) {
        this.database = database;
        this.pool = pool;
    }

    /**
     * Somebody who wants to call.
     *
     * @param now when
     * @param latest does not wait longer than until then
     * @param mayUseReserve whether the part of the day's quota that is kept for people may be used
     */
    public record Wish(Instant now, Instant latest, boolean mayUseReserve) {}

    /**
     * Takes a call of an account for each wish, in their order and as far as there is one, as {@link QuotaCount#take} decides.
     * One statement when nobody else called since the count was seen, else a transaction.
     *
     * <p>Fails when the database does. The calls may have been counted then, and must not be made.
     *
     * @param seen what was used, as last heard
     */
    public Uni<List<QuotaDecision>> take(
            CarrierAccount account, QuotaLimits limits, QuotaCount seen, List<Wish> wishes) {
        List<QuotaDecision> decisions = decide(seen, limits, wishes);
        if (!decisions.stream().allMatch(QuotaDecision.Granted.class::isInstance)) {
            return takeLocked(account, limits, wishes);
        }
        return database.run(TAKE_IF_UNCHANGED, unchanged(account, seen, last(decisions)))
                .flatMap(rows ->
                        rows.rowCount() == 1 ? Uni.createFrom().item(decisions) : takeLocked(account, limits, wishes));
    }

    private Uni<List<QuotaDecision>> takeLocked(CarrierAccount account, QuotaLimits limits, List<Wish> wishes) {
        Instant now = wishes.get(0).now();
        return pool.withTransaction(connection -> lock(connection, account, now).flatMap(count -> {
            List<QuotaDecision> decisions = decide(count, limits, wishes);
            return decisions.stream().anyMatch(QuotaDecision.Granted.class::isInstance)
                    ? save(connection, account, last(decisions)).replaceWith(decisions)
                    : Uni.createFrom().item(decisions);
        }));
    }

    private static List<QuotaDecision> decide(QuotaCount count, QuotaLimits limits, List<Wish> wishes) {
        List<QuotaDecision> decisions = new ArrayList<>();
        QuotaCount used = count;
        for (Wish wish : wishes) {
            QuotaDecision decision = used.take(limits, wish.now(), wish.latest(), wish.mayUseReserve());
            decisions.add(decision);
            used = decision.count();
        }
        return decisions;
    }

    /** What is used after all of them. */
    private static QuotaCount last(List<QuotaDecision> decisions) {
        return decisions.get(decisions.size() - 1).count();
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
        return connection.preparedQuery(SAVE).execute(saved(account, count)).replaceWithVoid();
    }

    private static io.vertx.sqlclient.Tuple unchanged(CarrierAccount account, QuotaCount seen, QuotaCount count) {
        return saved(account, count)
                .addLocalDate(seen.day())
                .addInteger(seen.used())
                .getDelegate();
    }

    private static Tuple saved(CarrierAccount account, QuotaCount count) {
        OffsetDateTime[] slots = count.slots().stream()
                .map(slot -> slot.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return key(account).addLocalDate(count.day()).addInteger(count.used()).addArrayOfOffsetDateTime(slots);
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
