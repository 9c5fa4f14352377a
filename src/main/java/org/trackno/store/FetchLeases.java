package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.trackno.model.TrackingNumber;

/**
 * Leases that let one process at a time ask a carrier about a number. A process that dies loses its leases after some
 * seconds; nothing else is lost, because what a fetch brings is written together with the end of its lease.
 */
@ApplicationScoped
public class FetchLeases {
    private static final String CLAIM =
            """
            with claimed as (
                insert into fetch_lease as l (carrier, tracking_number, holder, leased_until)
                values ($1, $2, $3, clock_timestamp() + interval '12 s')
                on conflict (carrier, tracking_number) do update
                set holder = excluded.holder, leased_until = excluded.leased_until, outcome = null,
                    remembered_until = null
                where l.leased_until < clock_timestamp() and (l.remembered_until is null or l.remembered_until <= $4)
                returning coalesce(ended_at > clock_timestamp() - interval '10 s', false) as just_ended)
            select just_ended, null as outcome, null as detail, null::timestamptz as remembered_until from claimed
            union all
            select null, outcome, detail, remembered_until from fetch_lease
            where carrier = $1 and tracking_number = $2 and not exists (select from claimed)
            """;

    private static final String RELEASE =
            """
            update fetch_lease set leased_until = '-infinity' where carrier = $1 and tracking_number = $2 and holder = $3
            """;

    private static final String FORGET =
            """
            delete from fetch_lease
            where leased_until < clock_timestamp() - interval '1 min'
              and (remembered_until is null or remembered_until <= $1)
              and (ended_at is null or ended_at < clock_timestamp() - interval '1 min')
            """;

    private final Database database;
    private final ProcessId process;

    FetchLeases(Database database, ProcessId process) {
        this.database = database;
        this.process = process;
    }

    /** What came of asking for a lease. */
    public sealed interface Claim {
        /**
         * It is ours; to be ended by {@link ParcelStore#record} or {@link #release}.
         *
         * @param justEnded somebody else's fetch ended seconds ago: the store may know more than when it was read
         */
        record Granted(boolean justEnded) implements Claim {}

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
        return database.run(CLAIM, Tuple.of(carrierId, number.value(), process.id(), Database.time(now)))
                .map(rows -> rows.size() == 0
                        ? new Claim.Taken()
                        : claim(rows.iterator().next(), now));
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

    private static Claim claim(Row row, Instant now) {
        Boolean justEnded = row.getBoolean("just_ended");
        if (justEnded != null) {
            return new Claim.Granted(justEnded);
        }
        Instant until = Database.instant(row.getOffsetDateTime("remembered_until"));
        String outcome = row.getString("outcome");
        return outcome == null || until == null || !now.isBefore(until)
                ? new Claim.Taken()
                : new Claim.Remembered(outcome, row.getString("detail"), until);
    }
}
