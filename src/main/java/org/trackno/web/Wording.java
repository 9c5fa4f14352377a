package org.trackno.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says things in one language: messages, and dates and spans of time as its readers write them. */
final class Wording {
    private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration HOURS_UP_TO = Duration.ofHours(48);

    private final Language language;
    private final Messages messages;
    private final EventMessages events;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateWithYear;

    private Wording(Language language) {
        this.language = language;
        this.messages = bundle(Messages.class, language);
        this.events = bundle(EventMessages.class, language);
        this.date = DateTimeFormatter.ofPattern(messages.datePattern(), language.locale());
        this.dateWithYear = DateTimeFormatter.ofPattern(messages.dateWithYearPattern(), language.locale());
    }

    /** The wording of a language. */
    static synchronized Wording in(Language language) {
        return ALL.computeIfAbsent(language, Wording::new);
    }

    /** English is what the interface itself says, and has no implementation of its own. */
    private static <T> T bundle(Class<T> type, Language language) {
        return language == Language.ENGLISH
                ? MessageBundles.get(type)
                : MessageBundles.get(type, Localized.Literal.of(language.code()));
    }

    Language language() {
        return language;
    }

    Messages messages() {
        return messages;
    }

    EventMessages events() {
        return events;
    }

    /** A day: today, tomorrow, yesterday, or its date; capital first, as it begins a line. */
    String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return messages.today();
        }
        if (day.equals(today.plusDays(1))) {
            return messages.tomorrow();
        }
        if (day.equals(today.minusDays(1))) {
            return messages.yesterday();
        }
        String text = (day.getYear() == today.getYear() ? date : dateWithYear).format(day);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A day in the middle of a sentence. */
    String dayInside(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? date : dateWithYear).format(day);
    }

    /** A time of day, to the minute. */
    String time(LocalTime time) {
        return TIME.format(time);
    }

    /** A moment: day, and time where it is known. */
    String moment(Moment moment, Instant now) {
        String day = day(moment.date(), today(moment, now));
        LocalTime time = moment.time();
        return time == null ? day : day + ", " + time(time);
    }

    /** A window of two moments, as short as it can be said. */
    String window(Moment from, Moment to, Instant now) {
        LocalTime end = to.time();
        if (from.equals(to)) {
            return moment(from, now);
        }
        boolean oneDay = from.date().equals(to.date());
        return moment(from, now) + (oneDay && end != null ? "–" + time(end) : " – " + moment(to, now));
    }

    /** Today where a moment is told; in UTC where its zone is not known. */
    static LocalDate today(Moment moment, Instant now) {
        ZoneOffset offset = moment.offset();
        return LocalDate.ofInstant(now, offset == null ? ZoneOffset.UTC : offset);
    }

    /** How long ago: 3 minutes ago. */
    String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toMinutes() < 1) {
            return messages.justNow();
        }
        if (past.toHours() < 1) {
            return messages.minutesAgo(form(past.toMinutes()), past.toMinutes());
        }
        return past.compareTo(HOURS_UP_TO) < 0
                ? messages.hoursAgo(form(past.toHours()), past.toHours())
                : messages.daysAgo(form(past.toDays()), past.toDays());
    }

    /** How far ahead: in 3 minutes; null when it is not ahead. */
    @Nullable
    String ahead(Instant then, Instant now) {
        Duration ahead = Duration.between(now, then);
        if (ahead.isNegative() || ahead.isZero()) {
            return null;
        }
        if (ahead.toMinutes() < 1) {
            return messages.soon();
        }
        if (ahead.toHours() < 1) {
            return messages.inMinutes(form(ahead.toMinutes()), ahead.toMinutes());
        }
        return ahead.compareTo(HOURS_UP_TO) < 0
                ? messages.inHours(form(ahead.toHours()), ahead.toHours())
                : messages.inDays(form(ahead.toDays()), ahead.toDays());
    }

    private Plural form(long count) {
        return Plural.of(count, language);
    }
}
