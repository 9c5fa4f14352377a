package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelRows.Key;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.SightingWrites.Write;
import org.trackno.support.Gathering;

/**
 * Parcels and their history. Every method wants a Vert.x context, and fails when the database does; a write happens as a
 * whole or not at all.
 */
@Singleton
public class ParcelStore {
    /** Reads under way at once: those who come meanwhile share the next statement. */
    private static final int READS = 3;

    /** One at a time unless it is held up: more of them take processors from each other, and the last ones wait longer. */
    private static final Duration READ_ALONE = Duration.ofMillis(5);

    /** Writes under way at once, and the most that one statement carries. */
    private static final int ROUNDS = 3;

    private static final int MOST_IN_A_ROUND = 100;

    /** So often a write is made anew because another process was quicker. */
    private static final int TRIES = 5;

    private final Database database;
    private final SnapshotMaker snapshots;
    private final Mutiny.SessionFactory sessions;
    private final ProcessId process;
    private final Gathering<Key, Optional<KeptParcel>> reads;
    private final Gathering<Write, Boolean> writes;

    ParcelStore(Database database, SnapshotMaker snapshots, Mutiny.SessionFactory sessions, ProcessId process) {
        this.database = database;
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.process = process;
        this.reads = new Gathering<>(
                READS, MOST_IN_A_ROUND, this::read, PgException.class::isInstance, Duration.ZERO, READ_ALONE);
        this.writes = new Gathering<>(ROUNDS, MOST_IN_A_ROUND, this::write, PgException.class::isInstance);
    }

    /** What is known; empty when nothing is. One row by key. */
    public Uni<Optional<KeptParcel>> find(String carrierId, TrackingNumber number) {
        return reads.ask(new Key(carrierId, number));
    }

    /**
     * Changes what is known. Sightings that come at the same time are written together. When another process changed the
     * parcel since it was read, the change is made anew from what that one wrote.
     *
     * @param change from what is known now to what a try at the carrier makes of it
     * @param now when this is
     * @return the parcel as it is afterwards
     */
    public Uni<KeptParcel> record(
            String carrierId, TrackingNumber number, Function<Optional<StoredParcel>, Sighting> change, Instant now) {
        Key key = new Key(carrierId, number);
        return reads.ask(key).flatMap(kept -> record(key, kept, change, now, TRIES));
    }

    /**
     * The same, for a caller who read the parcel a moment ago.
     *
     * @param kept as it was read
     */
    public Uni<KeptParcel> record(
            String carrierId,
            TrackingNumber number,
            Optional<KeptParcel> kept,
            Function<Optional<StoredParcel>, Sighting> change,
            Instant now) {
        return record(new Key(carrierId, number), kept, change, now, TRIES);
    }

    private Uni<KeptParcel> record(
            Key key,
            Optional<KeptParcel> kept,
            Function<Optional<StoredParcel>, Sighting> change,
            Instant now,
            int tries) {
        Sighting sighting = change.apply(kept.map(KeptParcel::parcel));
        Write write = Write.of(sighting, kept.orElse(null), snapshots, now);
        return writes.ask(write).flatMap(done -> {
            if (done) {
                return Uni.createFrom().item(write.after());
            }
            return tries > 1
                    ? reads.ask(key).flatMap(newer -> record(key, newer, change, now, tries - 1))
                    : Uni.createFrom().failure(new StoreException("Others keep changing the same parcel"));
        });
    }

    private Uni<List<Optional<KeptParcel>>> read(List<Key> round) {
        return database.run(ParcelRows.FIND, ParcelRows.parameters(round, snapshots))
                .map(rows -> ParcelRows.read(round, rows));
    }

    private Uni<List<Boolean>> write(List<Write> round) {
        return database.runThen(
                        SightingWrites.SQL,
                        SightingWrites.parameters(round, process.id()),
                        SightingWrites.NOTIFY,
                        SightingWrites.notices(round, process.id()))
                .map(rows -> done(rows, round.size()));
    }

    private static List<Boolean> done(RowSet<Row> rows, int size) {
        Set<Integer> items = new HashSet<>();
        rows.forEach(row -> items.add(row.getInteger("item")));
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(items::contains)
                .toList();
    }

    /** The latest calls about a number, newest first. */
    public Uni<List<LedgerEntry>> listCalls(String carrierId, TrackingNumber number, int most) {
        return sessions.withStatelessSession(session -> session.createQuery(
                        "from CallRow where carrier = :carrier and trackingNumber = :number order by startedAt desc",
                        CallRow.class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(CallRow::toEntry).toList()));
    }

    /** The numbers of a carrier that answers are kept of, in order. */
    public Uni<List<TrackingNumber>> listNumbers(String carrierId) {
        return sessions.withStatelessSession(session -> session.createQuery(
                        "select trackingNumber from ParcelRow where carrier = :carrier order by trackingNumber",
                        String.class)
                .setParameter("carrier", carrierId)
                .getResultList()
                .map(numbers -> numbers.stream().map(TrackingNumber::new).toList()));
    }

    /** The raw answers about a number, each once, in the order in which they last came. */
    public Uni<List<RawAnswer>> listAnswers(String carrierId, TrackingNumber number) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                        """
                        select a.http_status, a.body from carrier_answer a
                        join carrier_answer_parcel l on l.answer_id = a.id join parcel p on p.id = l.parcel_id
                        where p.carrier = :carrier and p.tracking_number = :number order by l.received_at, a.id
                        """,
                        Object[].class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .getResultList()
                .map(rows -> rows.stream().map(ParcelStore::toAnswer).toList()));
    }

    private static RawAnswer toAnswer(Object[] row) {
        return new RawAnswer(((Number) row[0]).intValue(), Digests.gunzip((byte[]) row[1]));
    }
}
