package org.trackno.support;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Numbers in a written time, and the dates and times of day that they make. What is impossible is no exception here. */
public final class Digits {
    /** Where no number stands. */
    public static final int NONE = -1;

    private Digits() {}

    /** Whether it is one of the ten of ASCII. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a digit of any script stands in the text. */
    public static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The number of this many digits, at most 9; {@link #NONE} when something else stands there. */
    public static int at(String text, int start, int count) {
        if (start + count > text.length()) {
            return NONE;
        }
        int number = 0;
        for (int i = start; i < start + count; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return NONE;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** The date; null when there is no such day. */
    public static @Nullable LocalDate date(int year, int month, int day) {
        boolean possible = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return possible && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
                ? LocalDate.of(year, month, day)
                : null;
    }

    /** The time of day; null when there is no such time. */
    public static @Nullable LocalTime time(int hour, int minute, int second, int nano) {
        boolean possible =
                hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && nano >= 0;
        return possible ? LocalTime.of(hour, minute, second, nano) : null;
    }
}
