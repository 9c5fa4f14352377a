package org.trackno.carrier.mapping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.ZoneBasis;

/**
 * ISO 8601 as nearly all carriers write it, read without a formatter: {@code 2026-03-01}, {@code 2026-03-01T14:05},
 * {@code 2026-03-01 14:05:09.123}, each time of day with {@code Z}, {@code +01:00}, {@code +0100} or {@code +01} behind it or
 * nothing. Whatever is written otherwise, or is no date, is left to {@link TimeReader}'s formatter.
 */
final class IsoTime {
    private static final int DATE_LENGTH = "2026-03-01".length();
    private static final int NANO_DIGITS = 9;
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private IsoTime() {}

    /** The time; null when the text is not of these shapes, or names a day or an hour that never was. */
    static @Nullable EventTime find(String text) {
        LocalDate date = date(text);
        if (date == null) {
            return null;
        }
        if (text.length() == DATE_LENGTH) {
            return EventTime.ofDate(date);
        }
        char separator = text.charAt(DATE_LENGTH);
        int start = DATE_LENGTH + 1;
        int end = separator == 'T' || separator == ' ' ? endOfTime(text, start) : start;
        LocalTime time = end == start ? null : time(text, start, end);
        if (time == null) {
            return null;
        }
        if (end == text.length()) {
            return new EventTime(date, time, null, ZoneBasis.UNKNOWN);
        }
        ZoneOffset offset = offset(text, end);
        return offset == null ? null : new EventTime(date, time, offset, ZoneBasis.STATED);
    }

    private static @Nullable LocalDate date(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        return Digits.date(Digits.at(text, 0, 4), Digits.at(text, 5, 2), Digits.at(text, 8, 2));
    }

    private static int endOfTime(String text, int start) {
        int end = start;
        while (end < text.length() && isOfTime(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfTime(char c) {
        return Digits.isDigit(c) || c == ':' || c == '.';
    }

    private static @Nullable LocalTime time(String text, int start, int end) {
        int length = end - start;
        boolean colons = length >= 5
                && text.charAt(start + 2) == ':'
                && (length == 5 || (length >= 8 && text.charAt(start + 5) == ':'));
        if (!colons) {
            return null;
        }
        int second = length == 5 ? 0 : Digits.at(text, start + 6, 2);
        int nano = length <= 8 ? 0 : nano(text, start + 8, end);
        return Digits.time(Digits.at(text, start, 2), Digits.at(text, start + 3, 2), second, nano);
    }

    private static int nano(String text, int point, int end) {
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return Digits.NONE;
        }
        int nano = Digits.at(text, point + 1, digits);
        for (int i = digits; i < NANO_DIGITS && nano > 0; i++) {
            nano *= 10;
        }
        return nano;
    }

    private static @Nullable ZoneOffset offset(String text, int start) {
        int length = text.length() - start;
        char sign = text.charAt(start);
        if (sign == 'Z' && length == 1) {
            return ZoneOffset.UTC;
        }
        boolean colon = length == 6 && text.charAt(start + 3) == ':';
        if ((sign != '+' && sign != '-') || (!colon && length != 5 && length != 3)) {
            return null;
        }
        int hours = Digits.at(text, start + 1, 2);
        int minutes = length == 3 ? 0 : Digits.at(text, start + length - 2, 2);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > MAX_OFFSET_MINUTES) {
            return null;
        }
        int total = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -total : total);
    }
}
