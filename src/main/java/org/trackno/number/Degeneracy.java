package org.trackno.number;

import java.util.Optional;

/** Numbers that people make up: they pass many checks by accident and are hardly ever real. */
final class Degeneracy {
    private static final int LEAST_DIGITS = 7;

    private Degeneracy() {}

    /** The score that such a number keeps: in the same order, but below zero, so that it is never answered alone. */
    static double sunk(double score) {
        return score / 10 - 5;
    }

    /** Why the number looks made up, or empty. */
    static Optional<String> reason(byte[] values) {
        int digits = 0;
        int last = -1;
        int first = -1;
        int up = 0;
        int down = 0;
        int same = 0;
        for (byte value : values) {
            if (value > 9) {
                continue;
            }
            if (digits++ == 0) {
                first = value;
            } else {
                int step = (value - last + 10) % 10;
                same += step == 0 ? 1 : 0;
                up += step == 1 ? 1 : 0;
                down += step == 9 ? 1 : 0;
            }
            last = value;
        }
        if (digits < LEAST_DIGITS) {
            return Optional.empty();
        }
        int steps = digits - 1;
        if (same == steps) {
            return Optional.of("All its digits are " + first + ": it looks made up.");
        }
        if (up == steps) {
            return Optional.of("Its digits count up: it looks made up.");
        }
        if (down == steps) {
            return Optional.of("Its digits count down: it looks made up.");
        }
        if (digits == values.length && isDate(values)) {
            return Optional.of("It reads as a date: it is most likely no tracking number.");
        }
        return Optional.empty();
    }

    /** Year, month and day first, then nothing or hours and minutes or seconds too; or day, month, year. */
    private static boolean isDate(byte[] digits) {
        if (digits.length == 8 && isDayMonthYear(digits)) {
            return true;
        }
        if (digits.length != 8 && digits.length != 12 && digits.length != 14) {
            return false;
        }
        int year = two(digits, 0) * 100 + two(digits, 2);
        int month = two(digits, 4);
        int day = two(digits, 6);
        boolean date = year >= 1950 && year < 2050 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return date && (digits.length == 8 || (two(digits, 8) < 24 && two(digits, 10) < 60));
    }

    private static boolean isDayMonthYear(byte[] digits) {
        int year = two(digits, 4) * 100 + two(digits, 6);
        int less = Math.min(two(digits, 0), two(digits, 2));
        int more = Math.max(two(digits, 0), two(digits, 2));
        return year >= 1950 && year < 2050 && less >= 1 && less <= 12 && more <= 31;
    }

    private static int two(byte[] digits, int at) {
        return digits[at] * 10 + digits[at + 1];
    }
}
