package org.trackno.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Freshness;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Recogniser;
import org.trackno.support.Json;
import org.trackno.tracking.Snapshot.LegView;

/** Writes snapshots, with their links, and encodes them for the wire. */
@Singleton
public class SnapshotEncoder {
    private static final Duration WHEN_NEVER_ASKED_AGAIN = Duration.ofDays(1);

    private static final byte[] FRESHNESS = ",\"freshness\":{".getBytes(StandardCharsets.UTF_8);

    private final Catalogue catalogue;
    private final Legs legs;
    private final ObjectWriter json = Json.MAPPER.writerFor(Snapshot.class);

    SnapshotEncoder(Catalogue catalogue, Recogniser recogniser) {
        this.catalogue = catalogue;
        this.legs = new Legs(catalogue, recogniser);
    }

    /** The snapshot of a parcel for an audience, at a moment. */
    public Snapshot snapshot(KnownParcel known, Audience audience, Instant now) {
        return write(known, audience, known.freshness(now));
    }

    PreparedAnswer encode(KnownParcel known, Audience audience, Instant now) {
        Freshness freshness = known.freshness(now);
        byte[] body = bytes(write(known, audience, freshness));
        return new PreparedAnswer(Buffer.buffer(body), tag(body, freshness), cacheControl(known, audience, now));
    }

    private Snapshot write(KnownParcel known, Audience audience, Freshness freshness) {
        TrackingNumber number = known.key().number();
        String carrierId = known.key().carrier().id();
        String carrierPage = catalogue
                .find(carrierId)
                .map(CarrierFolder::manifest)
                .map(manifest -> manifest.carrierPage(number.value()))
                .orElse("");
        Snapshot.Links links = new Snapshot.Links(carrierPage, "/v1/track/" + number + "?carrier=" + carrierId);
        List<LegView> journey = legs.of(known.parcel(), known.others(), audience);
        return new SnapshotWriter(audience).write(known.parcel(), journey, freshness, links);
    }

    private byte[] bytes(Snapshot snapshot) {
        try {
            return json.writeValueAsBytes(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot cannot be written", e);
        }
    }

    private static String cacheControl(KnownParcel known, Audience audience, Instant now) {
        String scope = audience == Audience.ENTITLED ? "private" : "public";
        Instant until = known.freshUntil() == null ? now.plus(WHEN_NEVER_ASKED_AGAIN) : known.freshUntil();
        long fresh = Duration.between(known.checkedAt(), until).toSeconds();
        return scope + ", max-age=" + fresh + ", stale-while-revalidate=60, stale-if-error=86400";
    }

    /** Of all but the times of freshness, which change with every check. */
    private static String tag(byte[] body, Freshness freshness) {
        int from = indexOf(body, FRESHNESS);
        int to = from;
        while (body[to] != '}') { // freshness holds no other object, and its texts no brace
            to++;
        }
        byte[] state = (freshness.state().name() + freshness.reason()).getBytes(StandardCharsets.UTF_8);
        CRC32C one = new CRC32C();
        CRC32 other = new CRC32();
        for (Checksum checksum : List.of(one, other)) {
            checksum.update(body, 0, from);
            checksum.update(body, to, body.length - to);
            checksum.update(state);
        }
        return "W/\"" + Long.toString(one.getValue(), 36) + Long.toString(other.getValue(), 36) + "\"";
    }

    /** Where the field begins. In a text its quotes would be escaped. */
    private static int indexOf(byte[] body, byte[] field) {
        for (int i = body.length - field.length; i >= 0; i--) {
            if (Arrays.equals(body, i, i + field.length, field, 0, field.length)) {
                return i;
            }
        }
        throw new IllegalStateException("A snapshot without freshness");
    }
}
