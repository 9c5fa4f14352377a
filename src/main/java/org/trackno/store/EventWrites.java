package org.trackno.store;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.TrackingEvent;
import org.trackno.store.Sighting.PieceReport;

/** Writes to {@code tracking_event}: many rows in one statement, duplicates refused by the database. */
final class EventWrites {
    private static final String COLUMNS = "(fingerprint text, piece text, type text, code text, local_time text,"
            + " utc_offset text, zone_basis text, happened_at timestamptz, report text)";

    private static final String INSERT =
            """
            insert into tracking_event (parcel_id, fingerprint, piece, type, code, local_time, utc_offset, zone_basis,
                                        happened_at, report, first_seen_at)
            select distinct on (r.fingerprint) :parcel, decode(r.fingerprint, 'hex'), r.piece, r.type, r.code, r.local_time, r.utc_offset,
                   r.zone_basis, r.happened_at, r.report, :seen
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r"""
                    + COLUMNS
                    + """
             on conflict (parcel_id, fingerprint) do update
             set withdrawn_at = null, type = excluded.type, zone_basis = excluded.zone_basis, report = excluded.report
             where tracking_event.withdrawn_at is not null or tracking_event.report <> excluded.report
            """;

    private static final String WITHDRAW =
            """
            update tracking_event set withdrawn_at = :seen
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(fingerprint text)
            where parcel_id = :parcel and tracking_event.fingerprint = decode(r.fingerprint, 'hex')
              and withdrawn_at is null
            """;

    private record Row(
            String fingerprint,
            String piece,
            String type,
            @Nullable String code,
            String local_time,
            @Nullable String utc_offset,
            String zone_basis,
            @Nullable Instant happened_at,
            String report) {}

    private EventWrites() {}

    static Uni<Void> add(Mutiny.StatelessSession session, long parcelId, List<PieceReport> reports, Instant seen) {
        return write(session, INSERT, parcelId, reports, seen);
    }

    static Uni<Void> withdraw(Mutiny.StatelessSession session, long parcelId, List<PieceReport> reports, Instant seen) {
        return write(session, WITHDRAW, parcelId, reports, seen);
    }

    private static Uni<Void> write(
            Mutiny.StatelessSession session, String sql, long parcelId, List<PieceReport> reports, Instant seen) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows = reports.stream().map(EventWrites::row).toList();
        return session.createNativeQuery(sql)
                .setParameter("parcel", parcelId)
                .setParameter("seen", seen)
                .setParameter("rows", StateJson.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Row row(PieceReport piece) {
        TrackingEvent report = piece.report();
        EventTime at = report.at();
        String json = StateJson.write(report);
        return new Row(
                fingerprint(piece),
                piece.piece(),
                report.type().term(),
                report.code(),
                at.local(),
                at.offset() == null ? null : at.offset().getId(),
                at.zoneBasis().name(),
                at.instant().orElse(null),
                json);
    }

    /**
     * What makes a report the same report: piece, moment, code, place and words as the carrier gave them. Not our reading
     * of the code, so that a better code table does not make history twice.
     */
    private static String fingerprint(PieceReport piece) {
        TrackingEvent report = piece.report();
        String identity = String.join(
                "\u001f",
                piece.piece(),
                report.at().local(),
                String.valueOf(report.at().offset()),
                String.valueOf(report.code()),
                report.place().toString(),
                String.valueOf(report.description()),
                String.valueOf(report.withdrawn()));
        return HexFormat.of().formatHex(sha256(identity.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
