package org.trackno.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.trackno.model.TrackingNumber;

/** Counts wrong proofs of entitlement a parcel and day (UTC), over all callers and processes. */
@ApplicationScoped
public class ProofAttempts {
    private final Mutiny.SessionFactory sessions;

    ProofAttempts(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** How many wrong ones there were on that day. */
    public Uni<Integer> count(String carrierId, TrackingNumber number, LocalDate day) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                        "select coalesce(max(wrong), 0) from proof_attempt"
                                + " where carrier = :carrier and tracking_number = :number and day = :day",
                        Integer.class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setParameter("day", day)
                .getSingleResult());
    }

    /** Counts one more wrong one; gives the new count. */
    public Uni<Integer> addWrong(String carrierId, TrackingNumber number, LocalDate day) {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        """
                        insert into proof_attempt (carrier, tracking_number, day, wrong)
                        values (:carrier, :number, :day, 1)
                        on conflict (carrier, tracking_number, day) do update set wrong = proof_attempt.wrong + 1
                        returning wrong
                        """,
                        Integer.class)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setParameter("day", day)
                .getSingleResult());
    }
}
