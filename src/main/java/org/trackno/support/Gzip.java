package org.trackno.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What is packed once and kept, for all who can unpack it. */
public final class Gzip {
    /** The name of the encoding, as HTTP has it. */
    public static final String ENCODING = "gzip";

    private Gzip() {}

    /**
     * Whether a caller takes it. For one who weighs encodings, or who takes none of it, the server decides behind us and packs
     * anew.
     *
     * @param encodings the header {@code Accept-Encoding}; null when there is none
     */
    public static boolean isTaken(@Nullable String encodings) {
        return encodings != null && encodings.contains(ENCODING) && encodings.indexOf(';') < 0;
    }

    /** The content, packed. */
    public static byte[] pack(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
