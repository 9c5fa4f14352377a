package org.trackno.number;

/** The 36 characters of tracking numbers as values: 0 to 9 for digits, 10 to 35 for A to Z. */
final class Characters {
    static final int COUNT = 36;
    static final long DIGITS = (1L << 10) - 1;
    static final long LETTERS = ((1L << 26) - 1) << 10;
    static final long ALL = DIGITS | LETTERS;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Characters() {}

    /** The value of a canonical character, or -1. */
    static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }

    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    /** The canonical string of values. */
    static String text(byte[] values) {
        StringBuilder text = new StringBuilder(values.length);
        for (byte value : values) {
            text.append(character(value));
        }
        return text.toString();
    }

    /** The values of a canonical string; throws {@link IllegalArgumentException} for any other character. */
    static byte[] values(String text) {
        byte[] values = new byte[text.length()];
        for (int i = 0; i < values.length; i++) {
            int value = value(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Only A-Z and 0-9 are expected, got '" + text.charAt(i) + "'");
            }
            values[i] = (byte) value;
        }
        return values;
    }
}
