package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;
import org.trackno.model.TrackingNumber;

/** Reads rows of parcels by key, many in one statement. */
final class ParcelRows {
    /** Three arrays: the place in the list, carrier and number; and whose snapshots are wanted. */
    static final String FIND =
            """
            select w.item, p.state, p.checked_at, p.tried_at, p.failure, p.retry_at, p.answer_hash, p.version,
                   case when p.snapshot_by = $4 and p.snapshot_version = p.version then p.snapshot end as snapshot,
                   p.stage, p.reported_at
            from unnest($1::int[], $2::text[], $3::text[]) as w(item, carrier, tracking_number)
            join parcel p using (carrier, tracking_number)
            """;

    /** Whose row. */
    record Key(String carrierId, TrackingNumber number) {}

    private ParcelRows() {}

    /** The parameters that name rows, in the order of the list. */
    static <T> Tuple parameters(List<T> wanted, Function<T, Key> key) {
        List<Key> keys = wanted.stream().map(key).toList();
        return Tuple.tuple()
                .addArrayOfInteger(
                        Stream.iterate(0, i -> i + 1).limit(keys.size()).toArray(Integer[]::new))
                .addArrayOfString(keys.stream().map(Key::carrierId).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(k -> k.number().value()).toArray(String[]::new));
    }

    /** The parameters of {@link #FIND}. */
    static Tuple parameters(List<Key> wanted, SnapshotMaker maker) {
        return parameters(wanted, key -> key).addString(maker.name());
    }

    /** What was found, in the order of the list. */
    static List<Optional<KeptParcel>> read(List<Key> wanted, RowSet<Row> rows) {
        List<Optional<KeptParcel>> found =
                new ArrayList<>(java.util.Collections.nCopies(wanted.size(), Optional.empty()));
        rows.forEach(row -> {
            int item = row.getInteger("item");
            found.set(item, Optional.of(toKept(wanted.get(item), row)));
        });
        return found;
    }

    private static KeptParcel toKept(Key key, Row row) {
        String failure = row.getString("failure");
        StoredParcel parcel = new StoredParcel(
                key.carrierId(),
                key.number(),
                new PiecesInRow(row.getString("state")),
                Database.instant(row.getOffsetDateTime("checked_at")),
                row.getOffsetDateTime("tried_at").toInstant(),
                failure == null ? null : FailureKind.valueOf(failure),
                Database.instant(row.getOffsetDateTime("retry_at")));
        return new KeptParcel(parcel, row.getLong("version"), snapshot(row), row.getBuffer("answer_hash"));
    }

    private static @Nullable KeptSnapshot snapshot(Row row) {
        Buffer body = row.getBuffer("snapshot");
        return body == null
                ? null
                : new KeptSnapshot(
                        Stage.valueOf(row.getString("stage")),
                        Database.instant(row.getOffsetDateTime("reported_at")),
                        body);
    }
}
