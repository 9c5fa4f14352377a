package org.trackno.number;

import java.util.List;

/**
 * Why an input is no tracking number at all, whatever the carrier.
 *
 * @param kind which of the few causes
 * @param message one sentence for the person who typed it
 * @param characters the odd characters, each once, at most five; empty for the other causes
 */
public record InputProblem(Kind kind, String message, List<String> characters) {
    public InputProblem {
        characters = List.copyOf(characters);
    }

    /** The causes. */
    public enum Kind {
        /** Nothing but spaces and separators. */
        EMPTY,
        /** Fewer characters than any carrier uses. */
        TOO_SHORT,
        /** More characters than any carrier uses. */
        TOO_LONG,
        /** Characters that no carrier prints. */
        ODD_CHARACTERS,
        /** Letters only: a word. */
        NO_DIGITS
    }
}
