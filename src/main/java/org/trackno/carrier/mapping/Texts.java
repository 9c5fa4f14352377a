package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of carriers, fit to store and show. */
final class Texts {
    /** No honest value of a tracking answer is longer. */
    private static final int MAX_LENGTH = 1000;

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cs}\\u00a0]+");

    private Texts() {}

    /**
     * The text of a value: blanks, control characters (PostgreSQL refuses U+0000) and lone surrogates folded to one blank,
     * cut at 1,000 characters; null when nothing is left or the value is no text, number or boolean.
     */
    static @Nullable String clean(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String written = value.asText();
        String text = (isTidy(written) ? written : NOISE.matcher(written).replaceAll(" ")).strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }

    /** Whether there is nothing to fold, as in nearly every text. */
    private static boolean isTidy(String text) {
        char previous = 'x';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c != 0x7f && c != 0xa0 && !Character.isSurrogate(c);
            if (!plain && (c != ' ' || previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return true;
    }
}
