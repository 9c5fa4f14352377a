package org.trackno.number;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into what could be a number, a group of one, or a link. */
final class TextWords {
    private static final int LETTERS_OF_A_GROUP = 3;
    /** The nine digits of an S10 number are the longest group that is printed. */
    private static final int LONGEST_GROUP = 9;

    private static final String INSIDE_NUMBERS = "-.()+/";
    private static final String END_OF_LINK = "<>\"'()[]{}|\\^`";

    private final String text;
    private final List<Word> words = new ArrayList<>();

    /**
     * A piece of the text.
     *
     * @param group whether it can be part of a number printed in groups
     */
    record Word(int start, int end, boolean group) {}

    private TextWords(String text) {
        this.text = text;
    }

    /** All pieces in order; e-mail addresses and words without digits are left out. */
    static List<Word> of(String text) {
        TextWords cut = new TextWords(text);
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            cut.addBetweenSpaces(at, end);
            at = end + 1;
        }
        return cut.words;
    }

    /** How many words from there on stand one space apart and can be groups of one number; at least 1. */
    static int groupsFrom(List<Word> words, int from, int most) {
        int count = 1;
        while (count < most
                && from + count < words.size()
                && words.get(from + count - 1).group()
                && words.get(from + count).group()
                && words.get(from + count).start()
                        == words.get(from + count - 1).end() + 1) {
            count++;
        }
        return count;
    }

    /** Links first: what stands before, between and behind them, as in HTML, is cut like any other text. */
    private void addBetweenSpaces(int from, int to) {
        int at = from;
        while (at < to) {
            int scheme = scheme(at, to);
            boolean bare = text.startsWith("www.", at);
            if (scheme < 0 && !bare) {
                break;
            }
            int start = bare ? at : schemeStart(at, scheme);
            addTokens(at, start);
            at = Math.max(at + 1, addLink(start, to));
        }
        if (at == from && hasMailSign(from, to)) {
            return;
        }
        addTokens(at, to);
    }

    /** Where the next {@code ://} is, or -1. */
    private int scheme(int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (text.charAt(i) == ':' && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
                return i;
            }
        }
        return -1;
    }

    private boolean hasMailSign(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    private int schemeStart(int from, int colon) {
        int start = colon;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Adds the link that begins there and gives the place behind it. */
    private int addLink(int from, int to) {
        int behind = from;
        while (behind < to && END_OF_LINK.indexOf(text.charAt(behind)) < 0) {
            behind++;
        }
        int end = behind;
        while (end > from && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > from) {
            words.add(new Word(from, end, false));
        }
        return behind;
    }

    private void addTokens(int from, int to) {
        for (int at = from; at < to; ) {
            int end = at;
            while (end < to && isInside(text.charAt(end))) {
                end++;
            }
            addToken(at, end);
            at = end + 1;
        }
    }

    private void addToken(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && "-./)".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "-./(+".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int digits = 0;
        int capitals = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        boolean letters = capitals == end - start && capitals <= LETTERS_OF_A_GROUP;
        if (end > start && (digits > 0 || letters)) {
            words.add(new Word(start, end, end - start <= LONGEST_GROUP));
        }
    }

    private static boolean isInside(char c) {
        return Character.isLetterOrDigit(c) || INSIDE_NUMBERS.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
