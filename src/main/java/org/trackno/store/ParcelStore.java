package org.trackno.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;

/**
 * Parcels and their history. Every method wants a Vert.x context, and fails when the database does; a write happens as a
 * whole or not at all.
 */
@ApplicationScoped
public class ParcelStore {
    private static final String BY_KEY = "from ParcelRow where carrier = :carrier and trackingNumber = :number";

    private final Mutiny.SessionFactory sessions;

    ParcelStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What is known; empty when nothing is. One row by key. */
    public Uni<Optional<StoredParcel>> find(String carrierId, TrackingNumber number) {
        return sessions.withStatelessSession(session -> session.createQuery(BY_KEY, ParcelRow.class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? Optional.empty() : Optional.of(toParcel(row))));
    }

    /**
     * Changes what is known, one process at a time.
     *
     * @param change from what is known now to what a try at the carrier makes of it
     * @param now when this is
     * @return the parcel as it is afterwards
     */
    public Uni<StoredParcel> record(
            String carrierId, TrackingNumber number, Function<Optional<StoredParcel>, Sighting> change, Instant now) {
        return sessions.withStatelessTransaction(
                session -> lock(session, carrierId, number).flatMap(row -> {
                    Sighting sighting = change.apply(Optional.ofNullable(row).map(ParcelStore::toParcel));
                    return keep(session, row, sighting, now).replaceWith(sighting.parcel());
                }));
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
        return new RawAnswer(((Number) row[0]).intValue(), AnswerWrites.gunzip((byte[]) row[1]));
    }

    private static Uni<@Nullable ParcelRow> lock(
            Mutiny.StatelessSession session, String carrierId, TrackingNumber number) {
        return session.createQuery(BY_KEY, ParcelRow.class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    private static Uni<Void> keep(
            Mutiny.StatelessSession session, @Nullable ParcelRow known, Sighting sighting, Instant now) {
        StoredParcel parcel = sighting.parcel();
        LedgerEntry call = sighting.call();
        Uni<Void> ledger = call == null
                ? Uni.createFrom().voidItem()
                : session.insert(CallRow.of(parcel.carrierId(), parcel.number(), call));
        if (known == null && parcel.pieces().isEmpty()) {
            return ledger; // a number nobody knows leaves a trace in the ledger only
        }
        ParcelRow row = known == null ? newRow(parcel, now) : known;
        fill(row, parcel);
        return ledger.chain(() -> known == null ? session.insert(row) : session.update(row))
                .chain(() -> EventWrites.add(session, idOf(row), sighting.added(), now))
                .chain(() -> EventWrites.withdraw(session, idOf(row), sighting.withdrawn(), now))
                .chain(() -> sighting.answer() == null
                        ? Uni.createFrom().voidItem()
                        : AnswerWrites.keep(session, parcel.carrierId(), idOf(row), sighting.answer(), now));
    }

    private static ParcelRow newRow(StoredParcel parcel, Instant now) {
        ParcelRow row = new ParcelRow();
        row.carrier = parcel.carrierId();
        row.trackingNumber = parcel.number().value();
        row.createdAt = now;
        return row;
    }

    private static void fill(ParcelRow row, StoredParcel parcel) {
        row.state = StateJson.write(new StateJson.State(parcel.pieces()));
        row.checkedAt = parcel.checkedAt();
        row.triedAt = parcel.triedAt();
        row.failure = parcel.failure() == null ? null : parcel.failure().name();
    }

    private static long idOf(ParcelRow row) {
        Long id = row.id;
        if (id == null) {
            throw new IllegalStateException("A stored row has an id");
        }
        return id;
    }

    private static StoredParcel toParcel(ParcelRow row) {
        return new StoredParcel(
                row.carrier,
                new TrackingNumber(row.trackingNumber),
                StateJson.readState(row.state).pieces(),
                row.checkedAt,
                row.triedAt,
                row.failure == null ? null : FailureKind.valueOf(row.failure));
    }
}
