package org.trackno.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an input that may be anything: blank ones are left out, and of an endless one only the beginning is kept, so
 * that no input can exhaust the memory.
 */
final class NumberLines {
    /** Far more than any tracking number, and than the longest input that is looked at. */
    static final int MOST_CHARACTERS = 4096;

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader reader;
    private boolean atStart = true;

    /** The lines of a reader, which should be a buffered one. */
    NumberLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line that is not blank, without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = reader.read();
            if (c == '\n' || c == '\r' || c == END) {
                if (!line.toString().isBlank()) {
                    return line.toString();
                }
                if (c == END) {
                    return null;
                }
                line.setLength(0);
            } else if (line.length() < MOST_CHARACTERS && !(atStart && c == BYTE_ORDER_MARK)) {
                line.append((char) c);
            }
            atStart = false;
        }
    }
}
