package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trackno.store.Sighting.RawAnswer;

/**
 * A parcel as it lay in its row when it was read.
 *
 * @param parcel what is known
 * @param version how often it was written
 * @param snapshot what is sent about it; null when it has to be made
 * @param answerHash SHA-256 of the newest raw answer; null when none is kept
 */
public record KeptParcel(
        StoredParcel parcel, long version, @Nullable KeptSnapshot snapshot, @Nullable Buffer answerHash) {
    /** The same row after a try that changed nothing in it. */
    public KeptParcel with(StoredParcel tried) {
        return new KeptParcel(tried, version, snapshot, answerHash);
    }

    boolean isAnswer(RawAnswer answer) {
        return answerHash != null && Arrays.equals(answerHash.getBytes(), Digests.sha256(answer.body()));
    }
}
