package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.store.Sighting.Ended;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.RawAnswer;

/**
 * Writes many sightings in one statement, so in one transaction: parcels, events, raw answers, the ledger and the ends of
 * leases; then tells all processes. A sighting made from a version of the parcel that is not the newest any more writes
 * nothing at all.
 */
final class SightingWrites {
    /** Channel on which processes hear what others wrote: the writer, the carrier and the number, with blanks between. */
    static final String CHANNEL = "trackno_parcel";

    static final String SQL =
            """
            with wanted as (
                select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                                     $7::text[], $8::timestamptz[], $9::bytea[], $10::bigint[],
                                     $11::bytea[], $12::text[], $13::text[], $14::timestamptz[])
                    as w(item, carrier, tracking_number, state, checked_at, tried_at, failure, retry_at, answer_hash,
                         version, snapshot, snapshot_by, stage, reported_at)
            ), stored as (
                insert into parcel as p (carrier, tracking_number, state, checked_at, tried_at, failure, retry_at,
                                         answer_hash, version, snapshot, snapshot_by, snapshot_version, stage,
                                         reported_at, created_at)
                select carrier, tracking_number, coalesce(state, ''), checked_at, tried_at, failure, retry_at,
                       answer_hash, version, snapshot, snapshot_by, version, stage, reported_at, $15
                from wanted where version is not null
                order by carrier, tracking_number -- so that two of these never wait for each other
                on conflict (carrier, tracking_number) do update
                set state = case excluded.state when '' then p.state else excluded.state end,
                    checked_at = excluded.checked_at, tried_at = excluded.tried_at, failure = excluded.failure,
                    retry_at = excluded.retry_at, answer_hash = coalesce(excluded.answer_hash, p.answer_hash),
                    version = excluded.version,
                    snapshot = case when excluded.snapshot_by is null then p.snapshot else excluded.snapshot end,
                    stage = case when excluded.snapshot_by is null then p.stage else excluded.stage end,
                    reported_at =
                        case when excluded.snapshot_by is null then p.reported_at else excluded.reported_at end,
                    snapshot_by = coalesce(excluded.snapshot_by, p.snapshot_by),
                    snapshot_version = excluded.version
                where p.version = excluded.version - 1
                returning id, carrier, tracking_number, version
            ), done as ( -- of two writes of one parcel, made of different versions, only one is
                select w.item, w.carrier, w.tracking_number, s.id
                from wanted w left join stored s using (carrier, tracking_number, version)
                where w.version is null or s.id is not null
            ), events as (
                insert into tracking_event as e (parcel_id, fingerprint, piece, type, code, local_time, utc_offset,
                                                 zone_basis, happened_at, report, first_seen_at, withdrawn_at)
                select distinct on (d.id, n.fingerprint) d.id, n.fingerprint, n.piece, n.type, n.code, n.local_time,
                       n.utc_offset, n.zone_basis, n.happened_at, n.report, $15,
                       case when n.taken_back then $15::timestamptz end
                from unnest($16::int[], $17::bytea[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[],
                            $23::text[], $24::timestamptz[], $25::text[], $26::boolean[])
                    as n(item, fingerprint, piece, type, code, local_time, utc_offset, zone_basis, happened_at, report,
                         taken_back)
                join done d using (item)
                on conflict (parcel_id, fingerprint) do update
                set withdrawn_at = excluded.withdrawn_at, type = excluded.type, zone_basis = excluded.zone_basis,
                    report = excluded.report
                where e.report <> excluded.report or (e.withdrawn_at is null) <> (excluded.withdrawn_at is null)
            ), withdrawn as (
                update tracking_event e set withdrawn_at = $15
                from unnest($27::int[], $28::bytea[]) as n(item, fingerprint) join done d using (item)
                where e.parcel_id = d.id and e.fingerprint = n.fingerprint and e.withdrawn_at is null
            ), answered as (
                select d.id, d.carrier, n.body_hash, n.http_status
                from unnest($29::int[], $30::bytea[], $31::int[]) as n(item, body_hash, http_status)
                join done d using (item)
            ), answers as (
                insert into carrier_answer (carrier, body_hash, http_status, body, received_at)
                select a.carrier, a.body_hash, a.http_status, b.body, $15
                from (select distinct carrier, body_hash, http_status from answered) a
                join unnest($32::bytea[], $33::bytea[]) as b(body_hash, body) using (body_hash)
                order by a.carrier, a.body_hash, a.http_status -- for the same reason
                on conflict (carrier, body_hash, http_status) do update set received_at = excluded.received_at
                returning id, carrier, body_hash, http_status
            ), links as (
                insert into carrier_answer_parcel (parcel_id, answer_id, received_at)
                select n.id, a.id, $15 from answered n join answers a using (carrier, body_hash, http_status)
                on conflict (parcel_id, answer_id) do update set received_at = excluded.received_at
            ), ledger as (
                insert into carrier_call (carrier, tracking_number, started_at, took_millis, attempts, http_status,
                                          outcome, detail)
                select d.carrier, d.tracking_number, n.started_at, n.took_millis, n.attempts, n.http_status, n.outcome,
                       n.detail
                from unnest($34::int[], $35::timestamptz[], $36::bigint[], $37::int[], $38::int[], $39::text[],
                            $40::text[])
                    as n(item, started_at, took_millis, attempts, http_status, outcome, detail)
                join done d using (item)
            ), ended as (
                select d.carrier, d.tracking_number, n.outcome, n.detail, n.remembered_until
                from unnest($41::int[], $42::text[], $43::text[], $44::timestamptz[])
                    as n(item, outcome, detail, remembered_until)
                join done d using (item)
            ), released as (
                delete from fetch_lease l using ended n
                where n.outcome is null
                  and l.carrier = n.carrier and l.tracking_number = n.tracking_number and l.holder = $45
            ), remembered as (
                update fetch_lease l
                set leased_until = '-infinity', outcome = n.outcome, detail = n.detail,
                    remembered_until = n.remembered_until
                from ended n
                where n.outcome is not null
                  and l.carrier = n.carrier and l.tracking_number = n.tracking_number and l.holder = $45
            )
            select item from done
            """;

    /**
     * Tells all processes, in a transaction of its own right behind the other: PostgreSQL lets only one transaction with a
     * notice commit at a time ({@code PreCommit_Notify} in {@code async.c}), and writes must not wait for each other's disk. Of what was
     * not written after all they are told too, and read it again for nothing.
     */
    static final String NOTIFY =
            "select pg_notify('%s', parcel) from unnest($1::text[]) as written(parcel)".formatted(CHANNEL);

    /**
     * A sighting on its way into the tables.
     *
     * @param sighting what to write
     * @param version what it makes of the parcel; null when that is not stored, because the carrier never knew it
     * @param state what is known, as JSON; null when that is as it was
     * @param snapshotBy who made a snapshot anew; null when the one in the row still holds
     * @param snapshot the one that holds now; null when there is nothing to show
     * @param newAnswer the raw answer; null when there is none, or the same as last time
     * @param seen when
     */
    record Write(
            Sighting sighting,
            @Nullable Long version,
            @Nullable String state,
            @Nullable String snapshotBy,
            @Nullable KeptSnapshot snapshot,
            @Nullable RawAnswer newAnswer,
            Instant seen) {
        /** A sighting made from what was stored; null when nothing was. */
        static Write of(Sighting sighting, @Nullable KeptParcel known, SnapshotMaker maker, Instant seen) {
            return known == null ? ofNew(sighting, maker, seen) : ofChange(sighting, known, maker, seen);
        }

        private static Write ofNew(Sighting sighting, SnapshotMaker maker, Instant seen) {
            StoredParcel parcel = sighting.parcel();
            return parcel.pieces().isEmpty()
                    ? new Write(sighting, null, null, null, null, null, seen)
                    : new Write(
                            sighting, 1L, state(parcel), maker.name(), made(maker, parcel), sighting.answer(), seen);
        }

        private static Write ofChange(Sighting sighting, KeptParcel known, SnapshotMaker maker, Instant seen) {
            StoredParcel parcel = sighting.parcel();
            boolean same = known.parcel().pieces().equals(parcel.pieces());
            boolean holds = same && known.snapshot() != null;
            RawAnswer answer = sighting.answer();
            boolean sameAnswer = answer != null && same && known.isAnswer(answer);
            return new Write(
                    sighting,
                    known.version() + 1,
                    same ? null : state(parcel),
                    holds ? null : maker.name(),
                    holds ? known.snapshot() : made(maker, parcel),
                    sameAnswer ? null : answer,
                    seen);
        }

        /** The parcel as it lies in its row when this is written, but for the hash: who compares that reads the row first. */
        KeptParcel after() {
            return new KeptParcel(sighting.parcel(), version == null ? 0 : version, snapshot, null);
        }

        private static @Nullable KeptSnapshot made(SnapshotMaker maker, StoredParcel parcel) {
            return maker.make(parcel).orElse(null);
        }

        private static String state(StoredParcel parcel) {
            return StateJson.write(new StateJson.State(parcel.pieces()));
        }
    }

    private SightingWrites() {}

    /** The parameters of the statement. All of them are written at the moment of the last. */
    static Tuple parameters(List<Write> writes, UUID process) {
        Instant seen = writes.stream().map(Write::seen).max(Instant::compareTo).orElseThrow();
        Tuple parameters = Tuple.tuple();
        AnswerBodies bodies = new AnswerBodies();
        addParcels(parameters, writes, bodies);
        parameters.addOffsetDateTime(seen.atOffset(java.time.ZoneOffset.UTC));
        EventRows.add(parameters, writes);
        addAnswers(parameters, writes, bodies);
        addCalls(parameters, writes);
        addEnds(parameters, writes);
        return parameters.addUUID(process);
    }

    /** The parameters of the notices. */
    static Tuple notices(List<Write> writes, UUID process) {
        return Tuple.tuple()
                .addArrayOfString(writes.stream()
                        .map(write -> write.sighting().parcel())
                        .map(parcel -> process + " " + parcel.carrierId() + " "
                                + parcel.number().value())
                        .toArray(String[]::new));
    }

    private static void addParcels(Tuple to, List<Write> writes, AnswerBodies bodies) {
        List<StoredParcel> parcels =
                writes.stream().map(write -> write.sighting().parcel()).toList();
        to.addArrayOfInteger(Stream.iterate(0, i -> i + 1).limit(writes.size()).toArray(Integer[]::new));
        to.addArrayOfString(texts(parcels, StoredParcel::carrierId));
        to.addArrayOfString(texts(parcels, parcel -> parcel.number().value()));
        to.addArrayOfString(texts(writes, Write::state));
        to.addArrayOfOffsetDateTime(times(parcels, StoredParcel::checkedAt));
        to.addArrayOfOffsetDateTime(times(parcels, StoredParcel::triedAt));
        to.addArrayOfString(texts(
                parcels,
                parcel -> parcel.failure() == null ? null : parcel.failure().name()));
        to.addArrayOfOffsetDateTime(times(parcels, StoredParcel::retryAt));
        to.addArrayOfBuffer(
                writes.stream().map(Write::newAnswer).map(bodies::hash).toArray(Buffer[]::new));
        to.addArrayOfLong(writes.stream().map(Write::version).toArray(Long[]::new));
        addSnapshots(to, writes);
    }

    private static void addSnapshots(Tuple to, List<Write> writes) {
        to.addArrayOfBuffer(cells(writes, KeptSnapshot::body).toArray(Buffer[]::new));
        to.addArrayOfString(texts(writes, Write::snapshotBy));
        to.addArrayOfString(cells(writes, snapshot -> snapshot.stage().name()).toArray(String[]::new));
        to.addArrayOfOffsetDateTime(
                cells(writes, snapshot -> Database.time(snapshot.reportedAt())).toArray(OffsetDateTime[]::new));
    }

    private static <T> Stream<@Nullable T> cells(List<Write> writes, Function<KeptSnapshot, @Nullable T> cell) {
        return writes.stream()
                .map(write -> write.snapshotBy() == null ? null : write.snapshot())
                .map(anew -> anew == null ? null : cell.apply(anew));
    }

    /** An answer about ten parcels is sent, and kept, once. */
    private static void addAnswers(Tuple to, List<Write> writes, AnswerBodies bodies) {
        Items<RawAnswer> answers = Items.of(writes, Write::newAnswer);
        to.addArrayOfInteger(answers.items());
        to.addArrayOfBuffer(answers.column(Buffer[]::new, bodies::hash));
        to.addArrayOfInteger(answers.column(Integer[]::new, RawAnswer::httpStatus));
        to.addArrayOfBuffer(bodies.hashes());
        to.addArrayOfBuffer(bodies.packed());
    }

    private static void addCalls(Tuple to, List<Write> writes) {
        Items<LedgerEntry> calls = Items.of(writes, write -> write.sighting().call());
        to.addArrayOfInteger(calls.items());
        to.addArrayOfOffsetDateTime(calls.column(OffsetDateTime[]::new, call -> Database.time(call.startedAt())));
        to.addArrayOfLong(calls.column(Long[]::new, LedgerEntry::tookMillis));
        to.addArrayOfInteger(calls.column(Integer[]::new, LedgerEntry::attempts));
        to.addArrayOfInteger(calls.column(Integer[]::new, LedgerEntry::httpStatus));
        to.addArrayOfString(calls.column(String[]::new, LedgerEntry::outcome));
        to.addArrayOfString(calls.column(String[]::new, LedgerEntry::detail));
    }

    private static void addEnds(Tuple to, List<Write> writes) {
        Items<Ended> ends = Items.of(writes, write -> write.sighting().ended());
        to.addArrayOfInteger(ends.items());
        to.addArrayOfString(ends.column(String[]::new, Ended::outcome));
        to.addArrayOfString(ends.column(String[]::new, Ended::detail));
        to.addArrayOfOffsetDateTime(ends.column(OffsetDateTime[]::new, end -> Database.time(end.rememberedUntil())));
    }

    private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static <T> @Nullable OffsetDateTime[] times(List<T> of, Function<T, @Nullable Instant> time) {
        return of.stream().map(time).map(Database::time).toArray(OffsetDateTime[]::new);
    }
}
