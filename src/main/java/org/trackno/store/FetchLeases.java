package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelRows.Key;
import org.trackno.support.Gathering;

/**
 * Leases that let one process at a time ask a carrier about a number. A process that dies loses its leases after some
 * seconds; nothing else is lost, because what a fetch brings is written together with the end of its lease.
 */
@Singleton
public class FetchLeases {
    private static final String CLAIM =
            """
            with wanted as (
                select * from unnest($1::int[], $2::text[], $3::text[]) as w(item, carrier, tracking_number)
            ), claimed as (
                insert into fetch_lease as l (carrier, tracking_number, holder, leased_until)
                select carrier, tracking_number, $4, clock_timestamp() + interval '12 s' from wanted
                order by carrier, tracking_number
                on conflict (carrier, tracking_number) do update
                set holder = excluded.holder, leased_until = excluded.leased_until, outcome = null, detail = null,
                    remembered_until = null
                where l.leased_until < clock_timestamp() and (l.remembered_until is null or l.remembered_until <= $5)
                returning carrier, tracking_number)
            select w.item, c.carrier is not null as granted, l.outcome, l.detail, l.remembered_until
            from wanted w left join claimed c using (carrier, tracking_number)
            left join fetch_lease l
                on c.carrier is null and l.carrier = w.carrier and l.tracking_number = w.tracking_number
            """;

    private static final String RELEASE =
            "delete from fetch_lease where carrier = $1 and tracking_number = $2 and holder = $3";

    private static final String FORGET =
            """
            delete from fetch_lease
            where leased_until < clock_timestamp() - interval '1 min'
              and (remembered_until is null or remembered_until <= $1)
            """;

    /** Claims under way at once: those who come meanwhile share the next statement. */
    private static final int ROUNDS = 2;

    private static final int MOST_IN_A_ROUND = 100;

    private final Database database;
    private final SnapshotMaker snapshots;
    private final ProcessId process;
    private final Gathering<Wanted, Claim> claims;

    private record Wanted(Key key, Instant now) {}

    FetchLeases(Database database, SnapshotMaker snapshots, ProcessId process) {
        this.database = database;
        this.snapshots = snapshots;
        this.process = process;
        this.claims = new Gathering<>(ROUNDS, MOST_IN_A_ROUND, this::claim, PgException.class::isInstance);
    }

    /** What came of asking for a lease. */
    public sealed interface Claim {
        /**
         * It is ours; to be ended by {@link ParcelStore#record} or {@link #release}.
         *
         * @param known the parcel as it was once nobody else could be writing it; empty when nothing is known
         */
        record Granted(Optional<KeptParcel> known) implements Claim {}

        /** Another process asks right now. */
        record Taken() implements Claim {}

        /**
         * The carrier was asked lately, and there is no parcel.
         *
         * @param outcome NOT_FOUND or the kind of failure
         * @param detail for operators
         * @param until it is not asked again before
         */
        record Remembered(String outcome, String detail, Instant until) implements Claim {}
    }

    /**
     * Asks for the lease of a number for twelve seconds.
     *
     * @param now to tell what is still remembered
     */
    public Uni<Claim> claim(String carrierId, TrackingNumber number, Instant now) {
        return claims.ask(new Wanted(new Key(carrierId, number), now));
    }

    /** What a fetch has stored is there before its lease ends, so reading after claiming misses nothing. */
    private Uni<List<Claim>> claim(List<Wanted> round) {
        List<Key> keys = round.stream().map(Wanted::key).toList();
        Instant now = round.stream().map(Wanted::now).min(Instant::compareTo).orElseThrow();
        return database.run(
                CLAIM,
                ParcelRows.parameters(keys, key -> key).addUUID(process.id()).addOffsetDateTime(Database.time(now)),
                ParcelRows.FIND,
                ParcelRows.parameters(keys, snapshots),
                (claimed, parcels) -> claims(claimed, ParcelRows.read(keys, parcels), now));
    }

    /** Gives a lease back that nothing came of. */
    public Uni<Void> release(String carrierId, TrackingNumber number) {
        return database.run(RELEASE, Tuple.of(carrierId, number.value(), process.id()))
                .replaceWithVoid();
    }

    /** Removes what is over: no longer leased, and nothing to be remembered. */
    public Uni<Void> forget(Instant now) {
        return database.run(FORGET, Tuple.of(Database.time(now))).replaceWithVoid();
    }

    private static List<Claim> claims(RowSet<Row> claimed, List<Optional<KeptParcel>> parcels, Instant now) {
        Claim[] claims = new Claim[parcels.size()];
        claimed.forEach(row -> {
            int item = row.getInteger("item");
            claims[item] = row.getBoolean("granted") ? new Claim.Granted(parcels.get(item)) : refused(row, now);
        });
        return List.of(claims);
    }

    private static Claim refused(Row row, Instant now) {
        Instant until = Database.instant(row.getOffsetDateTime("remembered_until"));
        String outcome = row.getString("outcome");
        return outcome == null || until == null || !now.isBefore(until)
                ? new Claim.Taken()
                : new Claim.Remembered(outcome, row.getString("detail"), until);
    }
}
