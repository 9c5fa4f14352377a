package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.store.Sighting.RawAnswer;

/** The raw answers of a round of sightings: each is digested and packed once, however many parcels it is about. */
final class AnswerBodies {
    private final Map<byte[], Buffer> hashes = new IdentityHashMap<>();
    private final Map<Buffer, Buffer> packedByHash = new LinkedHashMap<>();

    /** SHA-256 of the body; null for no answer. */
    @Nullable
    Buffer hash(@Nullable RawAnswer answer) {
        return answer == null ? null : hashes.computeIfAbsent(answer.body(), this::add);
    }

    /** The different ones. */
    Buffer[] hashes() {
        return packedByHash.keySet().toArray(Buffer[]::new);
    }

    /** Their bodies, packed, in the same order. */
    Buffer[] packed() {
        return packedByHash.values().toArray(Buffer[]::new);
    }

    private Buffer add(byte[] body) {
        Buffer hash = Buffer.buffer(Digests.sha256(body));
        packedByHash.computeIfAbsent(hash, absent -> Buffer.buffer(Digests.gzip(body)));
        return hash;
    }
}
