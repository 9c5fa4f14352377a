package org.trackno.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Freshness;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Recogniser;
import org.trackno.store.KeptSnapshot;
import org.trackno.support.Json;
import org.trackno.tracking.Snapshot.FreshnessView;
import org.trackno.tracking.Snapshot.LegView;

/** Writes snapshots, with their links, and encodes them for the wire. */
@Singleton
public class SnapshotEncoder {
    private static final Duration WHEN_NEVER_ASKED_AGAIN = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final Legs legs;
    private final Audience withoutProof;
    private final ObjectWriter json = Json.MAPPER.writerFor(Snapshot.class);
    private final ObjectWriter freshnessJson = Json.MAPPER.writerFor(FreshnessView.class);

    SnapshotEncoder(Catalogue catalogue, Recogniser recogniser, PrivacyConfiguration privacy) {
        this.catalogue = catalogue;
        this.withoutProof = privacy.level().audience();
        this.legs = new Legs(catalogue, recogniser);
    }

    /** The snapshot of a parcel for an audience, at a moment. */
    public Snapshot snapshot(KnownParcel known, Audience audience, Instant now) {
        return write(known, audience, known.freshness(now));
    }

    PreparedAnswer encode(KnownParcel known, Audience audience, Instant now) {
        Freshness freshness = known.freshness(now);
        byte[] body = bytes(json, write(known, audience, freshness));
        return answer(SnapshotBytes.of(body), known, audience, freshness, now);
    }

    /** Who is shown what is kept. */
    Audience withoutProof() {
        return withoutProof;
    }

    /** What is to be kept of a parcel. */
    KeptSnapshot keep(KnownParcel known) {
        byte[] body = bytes(json, snapshot(known, withoutProof, known.checkedAt()));
        return new KeptSnapshot(known.parcel().timeline().stage(), known.reportedAt(), Buffer.buffer(body));
    }

    /** The answer from what was kept: the same that encoding makes, but for the work. */
    PreparedAnswer renew(KeptSnapshot kept, KnownParcel known, Instant now) {
        Freshness freshness = known.freshness(now);
        byte[] view = bytes(freshnessJson, SnapshotWriter.freshness(freshness));
        return answer(SnapshotBytes.of(kept.body().getBytes()).with(view), known, withoutProof, freshness, now);
    }

    private static PreparedAnswer answer(
            SnapshotBytes body, KnownParcel known, Audience audience, Freshness freshness, Instant now) {
        return new PreparedAnswer(body.buffer(), body.tag(freshness), cacheControl(known, audience, now));
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

    private static byte[] bytes(ObjectWriter json, Object value) {
        try {
            return json.writeValueAsBytes(value);
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
}
