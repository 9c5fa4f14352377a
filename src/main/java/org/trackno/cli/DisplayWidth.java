package org.trackno.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much room a text takes on a terminal: characters of East Asian width W or F (Unicode Standard Annex 11) and emoji take
 * two columns, combining marks none.
 */
final class DisplayWidth {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private DisplayWidth() {}

    /** In columns. */
    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F) // Hangul Jamo
                || (c >= 0x2E80 && c <= 0xA4CF) // CJK and Yi
                || (c >= 0xAC00 && c <= 0xD7A3) // Hangul syllables
                || (c >= 0xF900 && c <= 0xFAFF) // CJK compatibility ideographs
                || (c >= 0xFE30 && c <= 0xFE6F) // CJK compatibility forms
                || (c >= 0xFF01 && c <= 0xFF60) // full-width forms
                || (c >= 0xFFE0 && c <= 0xFFE6) // full-width signs
                || (c >= 0x1F300 && c <= 0x1FAFF) // emoji
                || (c >= 0x20000 && c <= 0x3FFFD); // CJK extensions
    }

    /**
     * The text on lines that fit, broken where its script allows it and inside a word only when that is too long by itself.
     * An address stays whole, or nobody could click it.
     */
    static List<String> wrap(String text, int width) {
        if (ADDRESS.matcher(text).matches()) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (of(line + piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
            while (of(line.toString().stripTrailing()) > width) {
                int end = fitting(line, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static List<String> pieces(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** How many characters fit; at least one. */
    private static int fitting(CharSequence text, int width) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int c = Character.codePointAt(text, end);
            used += of(c);
            if (used > width && end > 0) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}
