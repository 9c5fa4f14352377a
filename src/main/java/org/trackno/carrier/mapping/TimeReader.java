package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.manifest.Manifest.TimeSection;
import org.trackno.model.EventTime;
import org.trackno.model.Place;
import org.trackno.model.ZoneBasis;

/**
 * Reads a carrier's times. An offset is only ever the one that was stated, the one of the place, or the one of the zone that
 * this carrier reports in; otherwise it stays unknown.
 */
final class TimeReader {
    /** ISO 8601 with what carriers make of it: a blank for the T, no seconds, offsets without colon. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .optionalStart()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** No parcel was tracked before, and none is promised later; other years are a carrier's filler. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2100;

    private final List<NumericPattern> patterns;
    private final List<DateTimeFormatter> formatters;
    private final @Nullable ZoneId carrierZone;

    TimeReader(TimeSection section) {
        List<DateTimeFormatter> all = new ArrayList<>();
        all.add(ISO);
        section.formats().forEach(pattern -> all.add(strict(pattern)));
        formatters = List.copyOf(all);
        patterns = readableWithoutFormatter(section.formats());
        carrierZone = section.zone();
    }

    /**
     * The time in {@code {local, offset, zone}} or in a bare text.
     *
     * @param place where it happened, to tell the zone
     * @throws DateTimeException when it is no time, or no plausible one
     * @throws MappingException when it has another field
     */
    EventTime read(JsonNode at, Place place) throws MappingException {
        String local = at.isValueNode() ? at.asText() : "";
        String offset = "";
        String zone = "";
        for (Map.Entry<String, JsonNode> field : at.properties()) {
            String value = field.getValue().asText("");
            switch (field.getKey()) {
                case "local" -> local = value;
                case "offset" -> offset = value;
                case "zone" -> zone = value;
                default -> throw MappingException.ofField(field.getKey(), "at");
            }
        }
        EventTime time = parse(local);
        if (!offset.isBlank() && time.time() != null) {
            time = new EventTime(time.date(), time.time(), ZoneOffset.of(offset), ZoneBasis.STATED);
        }
        time = Zones.find(place).map(atPlace(time)).orElse(time);
        if (!zone.isBlank()) {
            time = time.in(Zones.named(zone), ZoneBasis.CARRIER_DEFAULT);
        }
        return carrierZone == null ? time : time.in(carrierZone, ZoneBasis.CARRIER_DEFAULT);
    }

    /** Those up to the first that only a formatter can read: the order of the manifest decides which of two is meant. */
    private static List<NumericPattern> readableWithoutFormatter(List<String> patterns) {
        return patterns.stream()
                .map(NumericPattern::compile)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A 31st of February is no date: leniency would move it to the 28th. The era is there for patterns with {@code yyyy}. */
    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static java.util.function.Function<ZoneId, EventTime> atPlace(EventTime time) {
        return zone -> time.in(zone, ZoneBasis.FROM_PLACE);
    }

    /** Formatters cost a hundred times what a look at the characters does, so only the unusual is left to them. */
    EventTime parse(String written) {
        String text = written.strip();
        EventTime usual = IsoTime.find(text);
        for (int i = 0; i < patterns.size() && usual == null; i++) {
            usual = patterns.get(i).find(text);
        }
        return usual != null && isPlausible(usual) ? usual : parseByFormatter(text);
    }

    /** The long way, for what is written unusually; throws {@link DateTimeException} when no formatter can read it. */
    EventTime parseByFormatter(String text) {
        DateTimeException last = new DateTimeException("no time given");
        for (DateTimeFormatter formatter : formatters) {
            try {
                TemporalAccessor parsed =
                        formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return plausible(toEventTime(parsed));
            } catch (DateTimeException e) {
                last = e;
            }
        }
        throw last;
    }

    private static EventTime toEventTime(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime stated) {
            return EventTime.ofStated(stated);
        }
        return parsed instanceof LocalDateTime local
                ? EventTime.ofLocal(local)
                : EventTime.ofDate(LocalDate.from(parsed));
    }

    private static EventTime plausible(EventTime time) {
        if (!isPlausible(time)) {
            throw new DateTimeException("year " + time.date().getYear() + " is not plausible");
        }
        return time;
    }

    private static boolean isPlausible(EventTime time) {
        int year = time.date().getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
