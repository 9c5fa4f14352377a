package org.trackno.number;

import java.util.Optional;

/**
 * What the way a number is written gives away. Separators are dropped from tracking numbers, but {@code 23-11-2026} is
 * a date and {@code (555) 010-0123} a phone number only as long as they are seen.
 */
final class Writing {
    /** Dates and phone numbers with all their separators are shorter. */
    private static final int LONGEST = 24;
    /** ITU-T E.164 allows no more digits. */
    private static final int PHONE_MOST = 15;

    private static final int PHONE_LEAST = 7;

    private Writing() {}

    /** Why an input of digits and separators is most likely no tracking number, or empty. */
    static Optional<String> reason(String input) {
        String text = input.strip();
        if (Iban.is(text)) {
            return Optional.of("It is the number of a bank account (IBAN): it is most likely no tracking number.");
        }
        if (text.length() > LONGEST || !hasSeparatorsAndDigitsOnly(text)) {
            return Optional.empty();
        }
        if (isDate(text)) {
            return Optional.of("It is written as a date: it is most likely no tracking number.");
        }
        if (isPhoneNumber(text)) {
            return Optional.of("It is written as a phone number: it is most likely no tracking number.");
        }
        return Optional.empty();
    }

    private static boolean hasSeparatorsAndDigitsOnly(String text) {
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                if ("+(). -/".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
                separators++;
            }
        }
        return separators > 0;
    }

    /** Day, month and year in the orders people use, with the year in full, between two equal separators. */
    private static boolean isDate(String text) {
        int second = firstSeparator(text);
        char separator = text.charAt(second);
        if ("-./".indexOf(separator) < 0) {
            return false;
        }
        int third = text.indexOf(separator, second + 1);
        if (third < 0) {
            return false;
        }
        int first = number(text, 0, second);
        int middle = number(text, second + 1, third);
        int last = number(text, third + 1, text.length());
        return isYear(first) ? isDayAndMonth(middle, last) : isYear(last) && isDayAndMonth(first, middle);
    }

    private static int firstSeparator(String text) {
        int at = 0;
        while (isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The number between two places, or -1 when it has no digit, more than four or other characters. */
    private static int number(String text, int from, int to) {
        if (to <= from || to - from > 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isYear(int number) {
        return number >= 1950 && number < 2050;
    }

    private static boolean isDayAndMonth(int one, int other) {
        return Math.min(one, other) >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
    }

    /** A plus in front, or an area code in brackets with the rest of the number behind it. */
    private static boolean isPhoneNumber(String text) {
        long digits = digits(text);
        if (digits < PHONE_LEAST || digits > PHONE_MOST) {
            return false;
        }
        int close = text.indexOf(')');
        boolean areaCode = text.charAt(0) == '(' && close >= 3 && digits(text.substring(close)) >= 6;
        return text.charAt(0) == '+' || areaCode;
    }

    private static long digits(String text) {
        return text.chars().filter(c -> isDigit((char) c)).count();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
