package org.trackno.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a snapshot states it: a local date, with time and offset where they are known.
 *
 * @param date the local date
 * @param time the local time; null for a whole day
 * @param offset from UTC; null when the zone is not known
 */
record Moment(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
    private static final int DATE = "2026-03-01".length();

    /** From ISO 8601: {@code 2026-03-01}, {@code 2026-03-01T14:05:00} or with an offset. */
    static Moment of(String iso) {
        LocalDate date = LocalDate.parse(iso.substring(0, DATE));
        if (iso.length() == DATE) {
            return new Moment(date, null, null);
        }
        int zone = Math.max(iso.indexOf('+', DATE), Math.max(iso.indexOf('-', DATE), iso.indexOf('Z', DATE)));
        if (zone < 0) {
            return new Moment(date, LocalTime.parse(iso.substring(DATE + 1)), null);
        }
        OffsetDateTime stated = OffsetDateTime.parse(iso);
        return new Moment(date, stated.toLocalTime(), stated.getOffset());
    }
}
