package org.trackno.number;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.number.InputProblem.Kind;

/**
 * What a person typed, in canonical form: full-width and other compatibility characters folded, upper case, without
 * spaces, hyphens, dots, brackets and a leading percent sign.
 *
 * @param number the same as a tracking number, or null when there is a problem
 * @param values the characters as values, see {@link Characters}; empty when there is a problem
 * @param digitsOnly whether no letter is among them
 * @param problem why it is no tracking number, or null
 */
record NumberText(
        String value,
        @Nullable TrackingNumber number,
        byte[] values,
        boolean digitsOnly,
        @Nullable InputProblem problem) {
    /** Longer inputs are refused unread. */
    static final int MAX_INPUT = 1000;

    private static final int REPORTED_CHARACTERS = 5;

    static NumberText read(String input) {
        if (input.length() > MAX_INPUT) {
            return refused(
                    Kind.TOO_LONG,
                    "The input has " + input.length() + " characters; tracking numbers have at most "
                            + TrackingNumber.MAX_LENGTH + ".");
        }
        byte[] kept = new byte[TrackingNumber.MAX_LENGTH];
        int length = 0;
        int letters = 0;
        List<String> odd = List.of();
        String folded = fold(input);
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            int value = value(c);
            if (value < 0) {
                if (!isSeparator(c) && !(c == '%' && length == 0)) {
                    odd = with(odd, c);
                }
            } else {
                letters += value > 9 ? 1 : 0;
                if (length < kept.length) {
                    kept[length] = (byte) value;
                }
                length++;
            }
        }
        return judge(folded, kept, length, letters, odd);
    }

    /** The tracking number, where there is no problem. */
    TrackingNumber known() {
        return Objects.requireNonNull(number, "a number without a problem");
    }

    private static NumberText judge(String folded, byte[] kept, int length, int letters, List<String> odd) {
        if (!odd.isEmpty()) {
            return new NumberText(
                    "",
                    null,
                    new byte[0],
                    false,
                    new InputProblem(
                            Kind.ODD_CHARACTERS,
                            "Tracking numbers have letters and digits only, not " + String.join(" ", odd),
                            odd));
        }
        if (length == 0) {
            return refused(Kind.EMPTY, "There is no number.");
        }
        if (length < TrackingNumber.MIN_LENGTH) {
            return refused(
                    Kind.TOO_SHORT,
                    "The number has " + length + " characters; tracking numbers have at least "
                            + TrackingNumber.MIN_LENGTH + ".");
        }
        if (length > TrackingNumber.MAX_LENGTH) {
            return refused(
                    Kind.TOO_LONG,
                    "The number has " + length + " characters; tracking numbers have at most "
                            + TrackingNumber.MAX_LENGTH + ".");
        }
        if (letters == length) {
            return refused(Kind.NO_DIGITS, "There are only letters; tracking numbers have digits.");
        }
        byte[] values = Arrays.copyOf(kept, length);
        String value = TrackingNumber.isCanonical(folded) ? folded : Characters.text(values);
        return new NumberText(value, new TrackingNumber(value), values, letters == 0, null);
    }

    private static NumberText refused(Kind kind, String message) {
        return new NumberText("", null, new byte[0], false, new InputProblem(kind, message, List.of()));
    }

    /** NFKC, which only inputs outside ASCII need. */
    private static String fold(String input) {
        for (int i = 0; i < input.length(); i++) {
            if (input.charAt(i) > 127) {
                return Normalizer.normalize(input, Normalizer.Form.NFKC);
            }
        }
        return input;
    }

    private static int value(int c) {
        return c > 'z' ? -1 : Characters.value(c >= 'a' ? (char) (c - 'a' + 'A') : (char) c);
    }

    private static boolean isSeparator(int c) {
        return switch (c) {
            case '.', '(', ')', '\u00AD' -> true;
            default ->
                switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.DASH_PUNCTUATION,
                            Character.FORMAT -> true;
                    case Character.CONTROL -> Character.isWhitespace(c);
                    default -> c == '\u2212';
                };
        };
    }

    private static List<String> with(List<String> odd, int c) {
        String character = printable(c);
        if (odd.size() == REPORTED_CHARACTERS || odd.contains(character)) {
            return odd;
        }
        List<String> more = new ArrayList<>(odd);
        more.add(character);
        return more;
    }

    private static String printable(int c) {
        boolean hidden = Character.isISOControl(c) || !Character.isDefined(c) || (c >= 0xD800 && c <= 0xDFFF);
        return hidden ? String.format("U+%04X", c) : Character.toString(c);
    }
}
