package org.trackno.tracking;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.trackno.model.Freshness;

/** An encoded snapshot, in which freshness can be told from what does not change with every check. */
final class SnapshotBytes {
    private static final byte[] FIELD = ",\"freshness\":".getBytes(StandardCharsets.UTF_8);

    private final byte[] body;
    private final int from;
    private final int to;

    private SnapshotBytes(byte[] body, int from, int to) {
        this.body = body;
        this.from = from;
        this.to = to;
    }

    /** A snapshot in JSON; the bytes are not copied. */
    static SnapshotBytes of(byte[] body) {
        int from = indexOf(body, FIELD) + FIELD.length;
        int to = from;
        while (body[to] != '}') { // freshness holds no other object, and its texts no brace
            to++;
        }
        return new SnapshotBytes(body, from, to + 1);
    }

    /** The same with another object for freshness. */
    SnapshotBytes with(byte[] freshness) {
        byte[] renewed = new byte[from + freshness.length + body.length - to];
        System.arraycopy(body, 0, renewed, 0, from);
        System.arraycopy(freshness, 0, renewed, from, freshness.length);
        System.arraycopy(body, to, renewed, from + freshness.length, body.length - to);
        return new SnapshotBytes(renewed, from, from + freshness.length);
    }

    /** All of it. */
    Buffer buffer() {
        return Buffer.buffer(body);
    }

    /** A weak ETag of all but the times of freshness, which change with every check. */
    String tag(Freshness freshness) {
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

    /** Where the last such field begins. In a text its quotes would be escaped. */
    private static int indexOf(byte[] body, byte[] field) {
        for (int i = body.length - field.length; i >= 0; i--) {
            if (Arrays.equals(body, i, i + field.length, field, 0, field.length)) {
                return i;
            }
        }
        throw new IllegalStateException("A snapshot without freshness");
    }
}
