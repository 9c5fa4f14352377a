package org.trackno.carrier.mapping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventTime;
import org.trackno.model.ZoneBasis;
import org.trackno.support.Digits;

/**
 * A {@link java.time.format.DateTimeFormatter} pattern whose fields are numbers, apart from {@code AM} and {@code PM}, read
 * without the formatter: {@code M/d/yyyy h:mm:ss a}, {@code yyyyMMdd HHmmss}. Accepts less than the formatter and reads what
 * it accepts alike; the rest is left to the formatter.
 */
final class NumericPattern {
    /** A field or one other character; letters and signs with a meaning that is not known here match nothing. */
    private static final Pattern PART = Pattern.compile("yyyy|uuuu|MM?|dd?|HH?|hh?|mm|ss|a|[^A-Za-z'\\[\\]{}#]");

    /** The fields of a day, and with it those of a time of day in the order of the alphabet. */
    private static final Pattern WHOLE_TIME = Pattern.compile("Mdy|HMdmy|HMdmsy|Madhmy|Madhmsy");

    private final List<Part> parts;
    private final boolean timed;

    private NumericPattern(List<Part> parts, boolean timed) {
        this.parts = List.copyOf(parts);
        this.timed = timed;
    }

    /** The pattern; empty when it is of another kind. */
    static Optional<NumericPattern> compile(String pattern) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(pattern);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            parts.add(Part.of(matcher.group()));
            at = matcher.end();
        }
        String fields = parts.stream()
                .filter(part -> !part.isLiteral())
                .map(part -> String.valueOf(part.symbol()))
                .sorted()
                .collect(Collectors.joining());
        boolean understood =
                at == pattern.length() && WHOLE_TIME.matcher(fields).matches() && !hasVagueNeighbours(parts);
        return understood ? Optional.of(new NumericPattern(parts, fields.contains("m"))) : Optional.empty();
    }

    /** A number of one or two digits with another number right behind it ends who knows where. */
    private static boolean hasVagueNeighbours(List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i - 1).isVague() && parts.get(i).maxDigits() > 0) {
                return true;
            }
        }
        return false;
    }

    /** The time; null when the text does not fit, or names a day or an hour that never was. */
    @Nullable
    EventTime find(String text) {
        int year = Digits.NONE;
        int month = Digits.NONE;
        int day = Digits.NONE;
        int hour = 0;
        int halfDay = 0;
        int minute = 0;
        int second = 0;
        int at = 0;
        for (Part part : parts) {
            int end = part.end(text, at);
            if (end < 0) {
                return null;
            }
            switch (part.symbol()) {
                case 'y' -> year = Digits.at(text, at, end - at);
                case 'M' -> month = Digits.at(text, at, end - at);
                case 'd' -> day = Digits.at(text, at, end - at);
                case 'H' -> hour = Digits.at(text, at, end - at);
                case 'h' -> hour = ofClockFace(Digits.at(text, at, end - at));
                case 'm' -> minute = Digits.at(text, at, end - at);
                case 's' -> second = Digits.at(text, at, end - at);
                case 'a' -> halfDay = text.charAt(at) == 'P' ? 12 : 0;
                default -> {} // a character that stands where it should
            }
            at = end;
        }
        LocalDate date = at == text.length() ? Digits.date(year, month, day) : null;
        LocalTime time = Digits.time(hour < 0 ? hour : hour + halfDay, minute, second, 0);
        if (date == null || time == null) {
            return null;
        }
        return timed ? new EventTime(date, time, null, ZoneBasis.UNKNOWN) : EventTime.ofDate(date);
    }

    private static int ofClockFace(int hour) {
        return hour >= 1 && hour <= 12 ? hour % 12 : Digits.NONE;
    }

    /**
     * One part of a pattern.
     *
     * @param symbol the letter of a field, or the character that must stand there
     * @param minDigits of a number, 0 where there is none
     * @param maxDigits of a number, 0 where there is none
     */
    private record Part(char symbol, int minDigits, int maxDigits) {
        static Part of(String written) {
            return switch (written) {
                case "yyyy", "uuuu" -> new Part('y', 4, 4);
                case "M", "d", "H", "h" -> new Part(written.charAt(0), 1, 2);
                case "MM", "dd", "HH", "hh", "mm", "ss" -> new Part(written.charAt(0), 2, 2);
                default -> new Part(written.charAt(0), 0, 0);
            };
        }

        boolean isLiteral() {
            return maxDigits == 0 && symbol != 'a';
        }

        boolean isVague() {
            return minDigits < maxDigits;
        }

        /** Where this part ends in a text that has it here; -1 when it has not. */
        int end(String text, int start) {
            if (symbol == 'a') {
                return text.startsWith("AM", start) || text.startsWith("PM", start) ? start + 2 : -1;
            }
            if (maxDigits == 0) {
                return start < text.length() && text.charAt(start) == symbol ? start + 1 : -1;
            }
            int end = start;
            while (end < text.length() && end - start < maxDigits && Digits.isDigit(text.charAt(end))) {
                end++;
            }
            return end - start < minDigits ? -1 : end;
        }
    }
}
