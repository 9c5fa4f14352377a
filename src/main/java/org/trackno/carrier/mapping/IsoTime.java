package org.trackno.carrier.mapping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.ZoneBasis;
import org.trackno.support.Digits;
import org.trackno.support.IsoText;

/**
 * ISO 8601 as nearly all carriers write it, read without a formatter: {@code 2026-03-01}, {@code 2026-03-01T14:05},
 * {@code 2026-03-01 14:05:09.123}, each time of day with {@code Z}, {@code +01:00}, {@code +0100} or {@code +01} behind it or
 * nothing. Whatever is written otherwise, or is no date, is left to {@link TimeReader}'s formatter.
 */
final class IsoTime {
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private IsoTime() {}

    /** The time; null when the text is not of these shapes, or names a day or an hour that never was. */
    static @Nullable EventTime find(String text) {
        LocalDate date = IsoText.date(text);
        if (date == null) {
            return null;
        }
        if (text.length() == IsoText.DATE_LENGTH) {
            return EventTime.ofDate(date);
        }
        char separator = text.charAt(IsoText.DATE_LENGTH);
        int start = IsoText.DATE_LENGTH + 1;
        int end = separator == 'T' || separator == ' ' ? endOfTime(text, start) : start;
        LocalTime time = end == start ? null : IsoText.time(text, start, end);
        if (time == null) {
            return null;
        }
        if (end == text.length()) {
            return new EventTime(date, time, null, ZoneBasis.UNKNOWN);
        }
        ZoneOffset offset = offset(text, end);
        return offset == null ? null : new EventTime(date, time, offset, ZoneBasis.STATED);
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
