package org.trackno.testkit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A body far larger than any tracking answer, sent as fast as it is read. */
public enum Flood {
    /** 50 MB of blanks, in chunks. */
    PLAIN("identity", 50, blanks()),
    /** 10 MB that are 10 GB when unpacked. */
    PACKED("gzip", 100, packed());

    private static final int PACKED_MEGABYTES = 100;

    private final String encoding;
    private final int pieces;
    private final Buffer piece;

    Flood(String encoding, int pieces, byte[] piece) {
        this.encoding = encoding;
        this.pieces = pieces;
        this.piece = Buffer.buffer(piece);
    }

    /** Answers so, until everything is sent or the other side has had enough. */
    void pourInto(HttpServerResponse response) {
        response.putHeader("Content-Encoding", encoding).setChunked(true);
        pour(response, pieces);
    }

    private void pour(HttpServerResponse response, int left) {
        if (response.closed()) {
            return;
        }
        if (left == 0) {
            response.end();
            return;
        }
        response.write(piece).onComplete(written -> pour(response, left - 1));
    }

    private static byte[] blanks() {
        return " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < PACKED_MEGABYTES; i++) {
                out.write(blanks());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
