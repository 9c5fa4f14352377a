package org.trackno.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times of day and moments in ISO 8601, read and written without a formatter, which takes several times as long. What is
 * written otherwise is for the formatter.
 */
public final class IsoText {
    /** Characters of a date. */
    public static final int DATE_LENGTH = "2026-03-01".length();

    /** In seconds since 1970, where years begin to have four digits, and where they cease to. */
    private static final long YEAR_0 = -62_167_219_200L;

    private static final long YEAR_10000 = 253_402_300_800L;

    private static final int NANO_DIGITS = 9;
    private static final int LENGTH_WITH_MICROS = "2026-03-01T14:05:09.123456Z".length();

    private IsoText() {}

    /** The date that the text begins with, like {@code 2026-03-01}; null when there is none, or no such day. */
    public static @Nullable LocalDate date(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        return Digits.date(Digits.at(text, 0, 4), Digits.at(text, 5, 2), Digits.at(text, 8, 2));
    }

    /**
     * The time of day between two places of the text, like {@code 14:05}, {@code 14:05:09} or {@code 14:05:09.123}; null when
     * there is none, or no such time.
     */
    public static @Nullable LocalTime time(String text, int start, int end) {
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

    /** A moment as {@link Instant#toString} writes it. */
    static String text(Instant moment) {
        int nano = moment.getNano();
        if (moment.getEpochSecond() < YEAR_0 || moment.getEpochSecond() >= YEAR_10000 || nano % 1_000 != 0) {
            return moment.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), nano, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(LENGTH_WITH_MICROS);
        append(text, utc.getYear(), 1_000).append('-');
        append(text, utc.getMonthValue(), 10).append('-');
        append(text, utc.getDayOfMonth(), 10).append('T');
        append(text, utc.getHour(), 10).append(':');
        append(text, utc.getMinute(), 10).append(':');
        append(text, utc.getSecond(), 10);
        if (nano % 1_000_000 != 0) {
            append(text.append('.'), nano / 1_000, 100_000);
        } else if (nano != 0) {
            append(text.append('.'), nano / 1_000_000, 100);
        }
        return text.append('Z').toString();
    }

    /** Appends a number with zeros in front, from the digit that counts this much. */
    private static StringBuilder append(StringBuilder to, int number, int first) {
        for (int unit = first; unit > 0; unit /= 10) {
            to.append((char) ('0' + number / unit % 10));
        }
        return to;
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
}
