package org.trackno.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Freshness;
import org.trackno.model.TrackingNumber;
import org.trackno.support.Json;

/** Writes snapshots, with their links, and encodes them for the wire. */
@ApplicationScoped
public class SnapshotEncoder {
    private static final Duration WHEN_NEVER_ASKED_AGAIN = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final ObjectWriter json = Json.MAPPER.writerFor(Snapshot.class);

    SnapshotEncoder(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The snapshot of a parcel for an audience, at a moment. */
    public Snapshot snapshot(KnownParcel known, Audience audience, Instant now) {
        return write(known, audience, known.freshness(now));
    }

    PreparedAnswer encode(KnownParcel known, Audience audience, Instant now) {
        Freshness freshness = known.freshness(now);
        byte[] content = bytes(write(known, audience, null));
        return new PreparedAnswer(
                bytes(write(known, audience, freshness)), tag(content, freshness), cacheControl(known, audience, now));
    }

    private Snapshot write(KnownParcel known, Audience audience, @Nullable Freshness freshness) {
        TrackingNumber number = known.key().number();
        String carrierId = known.key().carrier().id();
        String carrierPage = catalogue
                .find(carrierId)
                .map(CarrierFolder::manifest)
                .map(manifest -> manifest.carrierPage().replace("{number}", number.value()))
                .orElse("");
        Snapshot.Links links = new Snapshot.Links(carrierPage, "/v1/track/" + number + "?carrier=" + carrierId);
        return new SnapshotWriter(audience).write(known.parcel(), known.others(), freshness, links);
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

    private static String tag(byte[] content, Freshness freshness) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        crc.update((freshness.state().name() + freshness.reason()).getBytes(StandardCharsets.UTF_8));
        byte[] mark = (crc.getValue() + "." + content.length + "." + java.util.Arrays.hashCode(content))
                .getBytes(StandardCharsets.UTF_8);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(mark) + "\"";
    }
}
