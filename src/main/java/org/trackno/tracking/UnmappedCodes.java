package org.trackno.tracking;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Labels for the codes of a carrier that its table does not list. They are the carrier's text, so only what is built like a
 * listed code is named, and only so many of them: the rest may be words about somebody, and each label costs memory for good.
 */
final class UnmappedCodes {
    /** What is not built like one of the carrier's codes. */
    static final String TEXT = "(text)";
    /** What is one code too many. */
    static final String OTHER = "(other)";

    private static final int MOST_LABELS = 50;
    private static final int LONGEST = 24;
    private static final int LONGEST_WORD = 5;

    private final Set<String> shapes;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    UnmappedCodes(Collection<String> listed) {
        this.shapes = listed.stream().map(UnmappedCodes::shape).collect(Collectors.toUnmodifiableSet());
    }

    /** The label of a code. */
    String label(String code) {
        if (code.length() > LONGEST || isWordy(code) || !shapes.contains(shape(code))) {
            return TEXT;
        }
        if (named.contains(code)) {
            return code;
        }
        synchronized (named) {
            return named.size() < MOST_LABELS && named.add(code) ? code : OTHER;
        }
    }

    /** Capital letters as A, small ones as a, digits as 9, the rest as it is. */
    private static String shape(String code) {
        StringBuilder shape = new StringBuilder(code.length());
        code.codePoints().map(UnmappedCodes::kind).forEach(shape::appendCodePoint);
        return shape.toString();
    }

    private static int kind(int c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (!Character.isLetter(c)) {
            return c;
        }
        return Character.isUpperCase(c) ? 'A' : 'a';
    }

    /** Whether it has a run of letters that is longer than an abbreviation: it may be a name. */
    private static boolean isWordy(String code) {
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = Character.isLetter(code.charAt(i)) ? run + 1 : 0;
            if (run > LONGEST_WORD) {
                return true;
            }
        }
        return false;
    }
}
