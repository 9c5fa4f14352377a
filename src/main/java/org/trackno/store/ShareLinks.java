package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.trackno.model.TrackingNumber;

/**
 * Links that show everything about a parcel to whoever has them. Only the hash of a link's secret is kept: who reads the
 * table cannot make a link of it.
 */
@ApplicationScoped
public class ShareLinks {
    private static final String CREATE =
            "insert into share_link (token_hash, carrier, tracking_number, expires_at) values ($1, $2, $3, $4)";
    private static final String FIND =
            "select carrier, tracking_number, expires_at from share_link where token_hash = $1 and expires_at > $2";
    private static final String END = "delete from share_link where token_hash = $1";
    private static final String FORGET = "delete from share_link where expires_at <= $1";

    private final Database database;

    ShareLinks(Database database) {
        this.database = database;
    }

    /** What a link shows, and until when. */
    public record Shared(String carrierId, TrackingNumber number, Instant expiresAt) {}

    /** Keeps a link, and forgets those that are over. */
    public Uni<Void> create(String secret, Shared shared, Instant now) {
        Tuple link =
                Tuple.of(hash(secret), shared.carrierId(), shared.number().value(), Database.time(shared.expiresAt()));
        return database.run(FORGET, Tuple.of(Database.time(now)))
                .flatMap(forgotten -> database.run(CREATE, link))
                .replaceWithVoid();
    }

    /** What a link shows; empty when there is none, or it is over. */
    public Uni<Optional<Shared>> find(String secret, Instant now) {
        return database.run(FIND, Tuple.of(hash(secret), Database.time(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(shared(rows.iterator().next())));
    }

    /** Ends a link; nothing happens when there is none. */
    public Uni<Void> end(String secret) {
        return database.run(END, Tuple.of(hash(secret))).replaceWithVoid();
    }

    private static Shared shared(Row row) {
        return new Shared(
                row.getString("carrier"),
                new TrackingNumber(row.getString("tracking_number")),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static Buffer hash(String secret) {
        return Buffer.buffer(Digests.sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
