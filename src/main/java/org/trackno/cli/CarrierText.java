package org.trackno.cli;

import java.util.regex.Pattern;

/**
 * Text from elsewhere, made safe for a terminal. Escape sequences could recolour, overwrite or even type; direction marks
 * and zero-width characters could make a text look like another.
 */
final class CarrierText {
    /** Control sequences of ECMA-48: CSI, then the string sequences with all they hold, then two-character escapes. */
    private static final Pattern SEQUENCE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]"
            + "|(?:\u001B[\\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\\\|\u009C)?"
            + "|\u001B[ -/]*[0-~]");

    private static final Pattern BLANK = Pattern.compile("[\\s\u0085\\p{Z}]+");
    /** Controls, format characters, lone surrogates, private use and what Unicode has not assigned. */
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private CarrierText() {}

    /** The printable characters on one line, runs of blanks as one space. */
    static String clean(String text) {
        String plain = SEQUENCE.matcher(text).replaceAll("");
        String oneLine = BLANK.matcher(plain).replaceAll(" ");
        return UNPRINTABLE.matcher(oneLine).replaceAll("").strip();
    }
}
