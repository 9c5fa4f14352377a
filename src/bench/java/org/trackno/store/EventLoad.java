package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.Place;
import org.trackno.model.Stage;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.store.Sighting.PieceReport;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.SightingWrites.Write;

/** Made-up events in batches, ten a parcel: as parameters of the statement that Trackno stores with, and as text for COPY. */
public final class EventLoad {
    /** Events a sighting brings. */
    public static final int EVENTS_A_PARCEL = 10;

    /** The statement that stores sightings. */
    public static final String STATEMENT = SightingWrites.SQL;

    /** The statement behind it, that tells other processes. */
    public static final String NOTIFY = SightingWrites.NOTIFY;

    /** The same rows by COPY. */
    public static final String COPY =
            "copy tracking_event (parcel_id, fingerprint, piece, type, code, local_time, utc_offset, zone_basis,"
                    + " happened_at, report, first_seen_at) from stdin";

    private static final String CARRIER = "royal-mail";
    private static final UUID PROCESS = new UUID(0, 1);
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC);

    private EventLoad() {}

    /** Parameters that tell other processes of parcels. */
    public static Tuple notices(List<String> numbers) {
        return Tuple.tuple()
                .addArrayOfString(numbers.stream()
                        .map(number -> PROCESS + " " + CARRIER + " " + number)
                        .toArray(String[]::new));
    }

    /** Parameters that store parcels without events yet. */
    public static Tuple parcels(List<String> numbers) {
        return parameters(numbers, 1, number -> sighting(number, List.of()), "{\"pieces\":[]}");
    }

    /**
     * Parameters that add events to stored parcels, and nothing else but the parcels' new version.
     *
     * @param version how often these parcels were written before
     */
    public static Tuple events(List<String> numbers, long version) {
        return parameters(numbers, version + 1, number -> sighting(number, reports(number, version)), null);
    }

    /** The same as a look-up stores it: with the state, the raw answer and the line in the ledger. */
    public static Tuple sightings(List<String> numbers, long version, String state, byte[] answer) {
        Instant now = Instant.now();
        List<Write> writes = numbers.stream()
                .map(number -> {
                    byte[] body = (number + version + new String(answer, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                    LedgerEntry call = new LedgerEntry(now, 100, 1, 200, "FOUND", "");
                    RawAnswer raw = new RawAnswer(200, body);
                    Sighting sighting =
                            new Sighting(parcel(number), reports(number, version), List.of(), raw, call, null);
                    return new Write(sighting, version + 1, state, "bench", snapshot(state), raw, now);
                })
                .toList();
        return SightingWrites.parameters(writes, PROCESS);
    }

    /** Something as long as a snapshot of such a parcel: a half longer than its state. */
    private static KeptSnapshot snapshot(String state) {
        return new KeptSnapshot(
                Stage.IN_TRANSIT,
                FIRST.toInstant(),
                Buffer.buffer(state).appendString(state.substring(0, state.length() / 2)));
    }

    /** Rows of the same content for COPY, for parcels of these ids. */
    public static byte[] copyText(List<Long> parcelIds, long version) {
        StringBuilder text = new StringBuilder();
        for (long id : parcelIds) {
            for (PieceReport report : reports(String.valueOf(id), version)) {
                text.append(id).append('\t').append(copyRow(id, report)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String copyRow(long id, PieceReport piece) {
        TrackingEvent event = piece.report();
        byte[] fingerprint = Digests.sha256((id + event.at().local()).getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\t",
                "\\\\x" + HexFormat.of().formatHex(fingerprint),
                piece.piece(),
                event.type().term(),
                event.code(),
                event.at().local(),
                "Z",
                event.at().zoneBasis().name(),
                event.at().instant().orElseThrow().toString(),
                StateJson.write(event),
                FIRST.toString());
    }

    private static Tuple parameters(
            List<String> numbers,
            long version,
            java.util.function.Function<String, Sighting> sighting,
            @org.jspecify.annotations.Nullable String state) {
        return SightingWrites.parameters(
                numbers.stream()
                        .map(number -> new Write(
                                sighting.apply(number), version, state, null, null, null, Instant.now()))
                        .toList(),
                PROCESS);
    }

    private static Sighting sighting(String number, List<PieceReport> added) {
        return new Sighting(parcel(number), added, List.of(), null, null, null);
    }

    private static StoredParcel parcel(String number) {
        return new StoredParcel(
                CARRIER, new TrackingNumber(number), List.of(), Instant.now(), Instant.now(), null, null);
    }

    private static List<PieceReport> reports(String number, long version) {
        List<PieceReport> reports = new ArrayList<>();
        IntStream.range(0, EVENTS_A_PARCEL)
                .mapToObj(i -> new TrackingEvent(
                        EventTime.ofStated(FIRST.plusMinutes(version * EVENTS_A_PARCEL + i)),
                        EventType.ARRIVED_AT_FACILITY,
                        "EVIAV",
                        "Made up for " + number,
                        new Place(null, "Bristol MC", null, null, "GB", null, null),
                        false))
                .forEach(event -> reports.add(new PieceReport("", event)));
        return reports;
    }
}
