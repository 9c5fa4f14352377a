package org.trackno.store;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.trackno.store.Sighting.RawAnswer;

/** Writes to {@code carrier_answer}: compressed, the same bytes once, with the time they last came. */
final class AnswerWrites {
    private static final String INSERT =
            """
            insert into carrier_answer (carrier, body_hash, http_status, body, received_at)
            values (:carrier, :hash, :status, :body, :seen)
            on conflict (carrier, body_hash, http_status) do nothing
            """;

    private static final String LINK =
            """
            insert into carrier_answer_parcel (parcel_id, answer_id, received_at)
            select :parcel, id, :seen from carrier_answer
            where carrier = :carrier and body_hash = :hash and http_status = :status
            on conflict (parcel_id, answer_id) do update set received_at = excluded.received_at
            """;

    private AnswerWrites() {}

    static Uni<Void> keep(
            Mutiny.StatelessSession session, String carrier, long parcelId, RawAnswer answer, Instant seen) {
        byte[] hash = EventWrites.sha256(answer.body());
        return session.createNativeQuery(INSERT)
                .setParameter("carrier", carrier)
                .setParameter("hash", hash)
                .setParameter("status", answer.httpStatus())
                .setParameter("body", gzip(answer.body()))
                .setParameter("seen", seen)
                .executeUpdate()
                .flatMap(ignored -> session.createNativeQuery(LINK)
                        .setParameter("parcel", parcelId)
                        .setParameter("carrier", carrier)
                        .setParameter("hash", hash)
                        .setParameter("status", answer.httpStatus())
                        .setParameter("seen", seen)
                        .executeUpdate())
                .replaceWithVoid();
    }

    static byte[] gunzip(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
