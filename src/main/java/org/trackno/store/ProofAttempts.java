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

    /**
     * Takes one of the tries of a day, before the proof is looked at: so many at once cannot try more than one after the
     * other. {@link #giveBack} returns it when the proof was right.
     *
     * @param most tries a day
     * @return whether there was one left
     */
    public Uni<Boolean> take(String carrierId, TrackingNumber number, LocalDate day, int most) {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        """
                        insert into proof_attempt (carrier, tracking_number, day, wrong)
                        values (:carrier, :number, :day, 1)
                        on conflict (carrier, tracking_number, day) do update set wrong = proof_attempt.wrong + 1
                        where proof_attempt.wrong < :most
                        """)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setParameter("day", day)
                .setParameter("most", most)
                .executeUpdate()
                .map(rows -> rows == 1));
    }

    /** Returns a try that was right. */
    public Uni<Void> giveBack(String carrierId, TrackingNumber number, LocalDate day) {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        """
                        update proof_attempt set wrong = wrong - 1
                        where carrier = :carrier and tracking_number = :number and day = :day and wrong > 0
                        """)
                .setParameter("carrier", carrierId)
                .setParameter("number", number.value())
                .setParameter("day", day)
                .executeUpdate()
                .replaceWithVoid());
    }
}
