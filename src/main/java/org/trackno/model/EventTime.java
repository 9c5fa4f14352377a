package org.trackno.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as honestly as the carrier told it: the local date, the local time if one was given, and the
 * offset if it is known, together with how it is known. A date without a time stays a date.
 *
 * @param date the local date
 * @param time the local time; null when the carrier gave only a date
 * @param offset from UTC; null when the zone is {@link ZoneBasis#UNKNOWN} or there is no time
 * @param zoneBasis how the offset is known
 */
public record EventTime(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset, ZoneBasis zoneBasis)
        implements Comparable<EventTime> {

    /**
     * Orders by the instant where it is known. An unknown zone counts as UTC and a bare date as its midnight, so that the
     * order is total and the same whatever else a parcel's events hold.
     */
    private static final Comparator<EventTime> ORDER = Comparator.comparingLong(EventTime::sortSecond)
            .thenComparing(EventTime::localNano)
            .thenComparing(EventTime::zoneBasis)
            .thenComparing(t -> t.time == null ? 0 : 1)
            .thenComparing(EventTime::local);

    public EventTime {
        if (time == null || zoneBasis == ZoneBasis.UNKNOWN) {
            offset = null;
            zoneBasis = ZoneBasis.UNKNOWN;
        } else if (offset == null) {
            throw new IllegalArgumentException("A known zone needs an offset: " + zoneBasis);
        }
    }

    /** A date without a time. */
    public static EventTime ofDate(LocalDate date) {
        return new EventTime(date, null, null, ZoneBasis.UNKNOWN);
    }

    /** A wall-clock time whose zone nobody stated. */
    public static EventTime ofLocal(LocalDateTime local) {
        return new EventTime(local.toLocalDate(), local.toLocalTime(), null, ZoneBasis.UNKNOWN);
    }

    /** A time with the offset the carrier stated. */
    public static EventTime ofStated(OffsetDateTime stated) {
        return new EventTime(stated.toLocalDate(), stated.toLocalTime(), stated.getOffset(), ZoneBasis.STATED);
    }

    /** The same wall-clock time with the offset that the zone has then; unchanged when a zone is known already. */
    public EventTime in(ZoneId zone, ZoneBasis basis) {
        if (time == null || offset != null) {
            return this;
        }
        LocalDateTime local = LocalDateTime.of(date, time);
        return new EventTime(date, time, zone.getRules().getOffset(local), basis);
    }

    /** The moment in time; empty when the zone is not known or there is no time. */
    public Optional<Instant> instant() {
        return time == null || offset == null
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(date, time).toInstant(offset));
    }

    /** ISO 8601 without offset: {@code 2026-03-01} or {@code 2026-03-01T14:05:00}. */
    public String local() {
        if (time == null) {
            return date.toString();
        }
        if (time.getNano() != 0) {
            return LocalDateTime.of(date, time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
        return date + "T" + time + (time.getSecond() == 0 ? ":00" : ""); // the same, in a tenth of the time
    }

    /** ISO 8601 with the offset where it is known: {@code 2026-03-01T14:05:00+01:00}. */
    public String iso() {
        return offset == null ? local() : local() + (offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    }

    private long sortSecond() {
        LocalDateTime local = time == null ? date.atStartOfDay() : LocalDateTime.of(date, time);
        return local.toEpochSecond(offset == null ? ZoneOffset.UTC : offset);
    }

    private int localNano() {
        return time == null ? 0 : time.getNano();
    }

    @Override
    public int compareTo(EventTime other) {
        return ORDER.compare(this, other);
    }
}
