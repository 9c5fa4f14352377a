package org.trackno.carrier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One raw answer of a carrier.
 *
 * @param status the HTTP status
 * @param body as it came, decompressed; not to be changed
 * @param retryAfter how long the carrier asked us to wait; null when it did not
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copying 2 MB to hide an array helps nobody
public record CarrierAnswer(int status, byte[] body, @Nullable Duration retryAfter) {
    /** A saved answer, read as if it had come with status 200. */
    public static CarrierAnswer ofBody(byte[] body) {
        return new CarrierAnswer(200, body, null);
    }
}
