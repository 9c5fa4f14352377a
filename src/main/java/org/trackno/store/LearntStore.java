package org.trackno.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.number.LearntPrefixes.Prefix;

/** Whose numbers are, as carriers confirmed it, shared by all processes. Every method wants a Vert.x context. */
@ApplicationScoped
public class LearntStore {
    private final Mutiny.SessionFactory sessions;

    LearntStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** So many confirmed numbers begin alike. */
    public record Experience(Prefix prefix, int numbers) {}

    /** The carrier that had the number, if any. */
    public Uni<Optional<String>> findCarrier(TrackingNumber number) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                        "select carrier from learnt_number where tracking_number = :number", String.class)
                .setParameter("number", number.value())
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The most confirmed prefixes. */
    public Uni<List<Experience>> listPrefixes(int most) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                        """
                        select carrier, length, prefix, numbers from learnt_prefix where numbers > 0
                        order by numbers desc, length, prefix, carrier
                        """,
                        Object[].class)
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(LearntStore::experience).toList()));
    }

    /**
     * Learns whose a number is.
     *
     * @param correction whether this overrules what was learnt before
     */
    public Uni<Void> learn(TrackingNumber number, Prefix prefix, boolean correction, Instant now) {
        return sessions.withStatelessTransaction(
                session -> before(session, number).flatMap(before -> {
                    boolean same = before != null && before.carrierId().equals(prefix.carrierId());
                    if (same || (before != null && !correction)) {
                        return Uni.createFrom().voidItem();
                    }
                    Uni<Integer> forgotten = before == null ? Uni.createFrom().item(0) : count(session, before, -1);
                    return forgotten
                            .chain(() -> write(session, number, prefix, now))
                            .chain(rows -> count(session, prefix, rows))
                            .replaceWithVoid();
                }));
    }

    private static Uni<@Nullable Prefix> before(Mutiny.StatelessSession session, TrackingNumber number) {
        return session.createNativeQuery(
                        """
                        select carrier, length, prefix from learnt_number where tracking_number = :number for update
                        """,
                        Object[].class)
                .setParameter("number", number.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : prefix(row));
    }

    /** 1, or 0 when another process learnt the same at this moment. */
    private static Uni<Integer> write(
            Mutiny.StatelessSession session, TrackingNumber number, Prefix prefix, Instant now) {
        return session.createNativeQuery(
                        """
                        insert into learnt_number (tracking_number, carrier, length, prefix, learnt_at)
                        values (:number, :carrier, :length, :prefix, :now)
                        on conflict (tracking_number) do update
                        set carrier = excluded.carrier, prefix = excluded.prefix, learnt_at = excluded.learnt_at
                        where learnt_number.carrier <> excluded.carrier
                        """)
                .setParameter("number", number.value())
                .setParameter("carrier", prefix.carrierId())
                .setParameter("length", prefix.length())
                .setParameter("prefix", prefix.characters())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Uni<Integer> count(Mutiny.StatelessSession session, Prefix prefix, int more) {
        return session.createNativeQuery(
                        """
                        insert into learnt_prefix (length, prefix, carrier, numbers) values (:length, :prefix, :carrier, :more)
                        on conflict (length, prefix, carrier) do update set numbers = learnt_prefix.numbers + :more
                        """)
                .setParameter("length", prefix.length())
                .setParameter("prefix", prefix.characters())
                .setParameter("carrier", prefix.carrierId())
                .setParameter("more", more)
                .executeUpdate();
    }

    private static Experience experience(Object[] row) {
        return new Experience(prefix(row), ((Number) row[3]).intValue());
    }

    private static Prefix prefix(Object[] row) {
        return new Prefix((String) row[0], ((Number) row[1]).intValue(), (String) row[2]);
    }
}
