package org.trackno.web;

import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EstimateView;

/**
 * When a parcel is expected, as iCalendar (RFC 5545): whole days where only days are known, else a window in the local time of
 * the delivery place. It takes nobody's time: free, not busy. One parcel has one {@code UID}, so that a later file replaces
 * an earlier one.
 */
final class ExpectedDate {
    private static final DateTimeComponents EVER = new DateTimeComponents(1970, 1, 1, 0, 0, 0, false);

    private final ICalendar calendar = new ICalendar();

    private ExpectedDate() {}

    /** The calendar of a snapshot's estimate. */
    static ICalendar of(Snapshot snapshot, EstimateView estimate, Wording words, Instant now) {
        ExpectedDate expected = new ExpectedDate();
        expected.add(snapshot, estimate, words, now);
        return expected.calendar;
    }

    private void add(Snapshot snapshot, EstimateView estimate, Wording words, Instant now) {
        String carrier = snapshot.carrier().name();
        VEvent event = new VEvent();
        event.setUid(uid(snapshot));
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(words.messages().calendarTitle(carrier));
        event.setDescription(carrier + " " + snapshot.trackingNumber());
        event.setTransparency(true);
        if (!snapshot.links().carrierPage().isEmpty()) {
            event.setUrl(snapshot.links().carrierPage());
        }
        place(event, Moment.of(estimate.from()), Moment.of(estimate.to()));
        calendar.setProductId("-//Trackno//Trackno//EN");
        calendar.addEvent(event);
    }

    private void place(VEvent event, Moment from, Moment to) {
        LocalTime begin = from.time();
        LocalTime end = to.time();
        if (begin == null || end == null) {
            event.setDateStart(new DateStart(day(from.date()), false));
            event.setDateEnd(new DateEnd(day(to.date().plusDays(1)), false)); // the first day after it
            return;
        }
        DateStart start = new DateStart(time(from.date().atTime(begin), from.offset()), true);
        zone(start, from.offset());
        event.setDateStart(start);
        if (!from.equals(to)) {
            DateEnd until = new DateEnd(time(to.date().atTime(end), to.offset()), true);
            zone(until, to.offset());
            event.setDateEnd(until);
        }
    }

    /** A time whose zone nobody knows is local wherever it is read. */
    private void zone(ICalProperty property, @Nullable ZoneOffset offset) {
        if (offset == null) {
            calendar.getTimezoneInfo().setFloating(property, true);
            return;
        }
        String id = "UTC" + offset.getId().replace("Z", "");
        TimezoneAssignment known = calendar.getTimezoneInfo().getTimezones().stream()
                .filter(one -> one.getTimeZone()
                        .getID()
                        .equals(TimeZone.getTimeZone(offset).getID()))
                .findFirst()
                .orElseGet(() -> new TimezoneAssignment(TimeZone.getTimeZone(offset), component(id, offset)));
        calendar.getTimezoneInfo().setTimezone(property, known);
    }

    private static VTimezone component(String id, ZoneOffset offset) {
        UtcOffset always = new UtcOffset(offset.getTotalSeconds() * 1000L);
        StandardTime standard = new StandardTime();
        standard.setDateStart(EVER);
        standard.setTimezoneOffsetFrom(always);
        standard.setTimezoneOffsetTo(always);
        VTimezone zone = new VTimezone(id);
        zone.addStandardTime(standard);
        return zone;
    }

    /** Dates and floating times are written as they are in the zone of this process. */
    private static Date time(LocalDateTime local, @Nullable ZoneOffset offset) {
        return offset == null
                ? new DateTimeComponents(
                                local.getYear(),
                                local.getMonthValue(),
                                local.getDayOfMonth(),
                                local.getHour(),
                                local.getMinute(),
                                local.getSecond(),
                                false)
                        .toDate()
                : Date.from(local.toInstant(offset));
    }

    private static Date day(LocalDate day) {
        return new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).toDate();
    }

    private static String uid(Snapshot snapshot) {
        String parcel = snapshot.carrier().id() + "/" + snapshot.trackingNumber();
        return UUID.nameUUIDFromBytes(parcel.getBytes(StandardCharsets.UTF_8)) + "@trackno";
    }
}
