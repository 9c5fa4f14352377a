package org.trackno.web;

/** A text as a cell of a CSV file that people open with a spreadsheet: never a formula, whatever a carrier wrote. */
final class CsvCell {
    /** What makes a spreadsheet calculate, or read on as if it began here; OWASP, CSV Injection. */
    private static final String CALCULATES = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    /** The text, with an apostrophe before it where a spreadsheet would calculate: it shows the text without it. */
    static String of(String text) {
        String plain = text.strip();
        boolean calculates = !text.isEmpty() && CALCULATES.indexOf(text.charAt(0)) >= 0
                || !plain.isEmpty() && CALCULATES.indexOf(plain.charAt(0)) >= 0;
        return calculates ? "'" + text : text;
    }
}
