package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.SightingWrites.Write;
import org.trackno.support.Gathering;

/**
 * Parcels and their history. Every method wants a Vert.x context, and fails when the database does; a write happens as a
 * whole or not at all.
 */
@ApplicationScoped
public class ParcelStore {
    private static final String FIND =
            """
            select state, checked_at, tried_at, failure, retry_at, answer_hash, version from parcel
            where carrier = $1 and tracking_number = $2
            """;

    /** Writes under way at once, and the most that one statement carries. */
    private static final int ROUNDS = 2;

    private static final int MOST_IN_A_ROUND = 100;
    /** So often a write is made anew because another process was quicker. */
    private static final int TRIES = 5;

    private final Database database;
    private final Mutiny.SessionFactory sessions;
    private final ProcessId process;
    private final Gathering<Write, Boolean> writes;

    ParcelStore(Database database, Mutiny.SessionFactory sessions, ProcessId process) {
        this.database = database;
        this.sessions = sessions;
        this.process = process;
        this.writes = new Gathering<>(ROUNDS, MOST_IN_A_ROUND, this::write, PgException.class::isInstance);
    }

    /**
     * A parcel as it lies in its row.
     *
     * @param parcel what is known
     * @param version how often it was written
     * @param answerHash SHA-256 of the newest raw answer; null when none is kept
     */
    record Kept(StoredParcel parcel, long version, @Nullable Buffer answerHash) {
        boolean isAnswer(RawAnswer answer) {
            return answerHash != null && Arrays.equals(answerHash.getBytes(), Digests.sha256(answer.body()));
        }
    }

    /** What is known; empty when nothing is. One row by key. */
    public Uni<Optional<StoredParcel>> find(String carrierId, TrackingNumber number) {
        return kept(carrierId, number).map(kept -> kept.map(Kept::parcel));
    }

    /**
     * Changes what is known. Sightings that come at the same time are written together. When another process changed the
     * parcel since it was read, the change is made anew from what that one wrote.
     *
     * @param change from what is known now to what a try at the carrier makes of it
     * @param now when this is
     * @return the parcel as it is afterwards
     */
    public Uni<StoredParcel> record(
            String carrierId, TrackingNumber number, Function<Optional<StoredParcel>, Sighting> change, Instant now) {
        return record(carrierId, number, change, now, TRIES);
    }

    private Uni<StoredParcel> record(
            String carrierId,
            TrackingNumber number,
            Function<Optional<StoredParcel>, Sighting> change,
            Instant now,
            int tries) {
        return kept(carrierId, number).flatMap(kept -> {
            Sighting sighting = change.apply(kept.map(Kept::parcel));
            return writes.ask(Write.of(sighting, kept.orElse(null), now)).flatMap(done -> {
                if (done) {
                    return Uni.createFrom().item(sighting.parcel());
                }
                return tries > 1
                        ? record(carrierId, number, change, now, tries - 1)
                        : Uni.createFrom().failure(new StoreException("Others keep changing the same parcel"));
            });
        });
    }

    private Uni<Optional<Kept>> kept(String carrierId, TrackingNumber number) {
        return database.run(FIND, Tuple.of(carrierId, number.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(toKept(carrierId, number, rows.iterator().next())));
    }

    private Uni<List<Boolean>> write(List<Write> round) {
        return database.run(SightingWrites.SQL, SightingWrites.parameters(round, process.id()))
                .map(rows -> done(rows, round.size()));
    }

    private static List<Boolean> done(RowSet<Row> rows, int size) {
        Set<Integer> items = new HashSet<>();
        rows.forEach(row -> items.add(row.getInteger("item")));
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(items::contains)
                .toList();
    }

    private static Kept toKept(String carrierId, TrackingNumber number, Row row) {
        String failure = row.getString("failure");
        StoredParcel parcel = new StoredParcel(
                carrierId,
                number,
                StateJson.readState(row.getString("state")).pieces(),
                Database.instant(row.getOffsetDateTime("checked_at")),
                row.getOffsetDateTime("tried_at").toInstant(),
                failure == null ? null : FailureKind.valueOf(failure),
                Database.instant(row.getOffsetDateTime("retry_at")));
        return new Kept(parcel, row.getLong("version"), row.getBuffer("answer_hash"));
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
