package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.number.LearntPrefixes.Prefix;
import org.trackno.support.Gathering;

/** Whose numbers are, as carriers confirmed it, shared by all processes. Every method wants a Vert.x context. */
@Singleton
public class LearntStore {
    private static final String FIND =
            "select tracking_number, carrier from learnt_number where tracking_number = any ($1)";

    /** Numbers that are known already stay as they are; the rest counts for its prefix. */
    private static final String CONFIRM =
            """
            with confirmed as (
                insert into learnt_number (tracking_number, carrier, length, prefix, learnt_at)
                select tracking_number, carrier, length, prefix, $5
                from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as w(tracking_number, carrier, length, prefix)
                order by tracking_number
                on conflict (tracking_number) do nothing
                returning carrier, length, prefix
            )
            insert into learnt_prefix as p (length, prefix, carrier, numbers)
            select length, prefix, carrier, count(*) from confirmed group by length, prefix, carrier
            order by length, prefix, carrier
            on conflict (length, prefix, carrier) do update set numbers = p.numbers + excluded.numbers
            """;

    private static final int MOST_IN_A_ROUND = 100;

    /** Nobody waits for what is learnt, and people who wait for something else come first. */
    private static final Duration HOLD_CONFIRMATIONS = Duration.ofMillis(50);

    private final Mutiny.SessionFactory sessions;
    private final Database database;
    private final Gathering<TrackingNumber, Optional<String>> finds;
    private final Gathering<Confirmation, Boolean> confirmations;

    /** A carrier knew a number. */
    private record Confirmation(TrackingNumber number, Prefix prefix, Instant at) {}

    LearntStore(Mutiny.SessionFactory sessions, Database database) {
        this.sessions = sessions;
        this.database = database;
        this.finds = new Gathering<>(2, MOST_IN_A_ROUND, this::findCarriers, PgException.class::isInstance);
        this.confirmations = new Gathering<>(
                1, MOST_IN_A_ROUND, this::confirm, PgException.class::isInstance, HOLD_CONFIRMATIONS, Duration.ZERO);
    }

    /** So many confirmed numbers begin alike. */
    public record Experience(Prefix prefix, int numbers) {}

    /** The carrier that had the number, if any. */
    public Uni<Optional<String>> findCarrier(TrackingNumber number) {
        return finds.ask(number);
    }

    private Uni<List<Optional<String>>> findCarriers(List<TrackingNumber> round) {
        String[] numbers = round.stream().map(TrackingNumber::value).toArray(String[]::new);
        return database.run(FIND, Tuple.tuple().addArrayOfString(numbers)).map(rows -> {
            Map<String, String> carriers = new HashMap<>();
            rows.forEach(row -> carriers.put(row.getString("tracking_number"), row.getString("carrier")));
            return Stream.of(numbers)
                    .map(number -> Optional.ofNullable(carriers.get(number)))
                    .toList();
        });
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

    /** Learns that a carrier knew a number, unless something is known of it already. */
    public Uni<Void> confirm(TrackingNumber number, Prefix prefix, Instant now) {
        return confirmations.ask(new Confirmation(number, prefix, now)).replaceWithVoid();
    }

    private Uni<List<Boolean>> confirm(List<Confirmation> round) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(
                        round.stream().map(one -> one.number().value()).toArray(String[]::new))
                .addArrayOfString(
                        round.stream().map(one -> one.prefix().carrierId()).toArray(String[]::new))
                .addArrayOfInteger(
                        round.stream().map(one -> one.prefix().length()).toArray(Integer[]::new))
                .addArrayOfString(
                        round.stream().map(one -> one.prefix().characters()).toArray(String[]::new))
                .addOffsetDateTime(Database.time(round.get(0).at()));
        return database.run(CONFIRM, parameters).replaceWith(Collections.nCopies(round.size(), true));
    }

    /** Learns whose a number is, whatever was learnt before. */
    public Uni<Void> correct(TrackingNumber number, Prefix prefix, Instant now) {
        return sessions.withStatelessTransaction(
                session -> before(session, number).flatMap(before -> {
                    if (before != null && before.carrierId().equals(prefix.carrierId())) {
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
