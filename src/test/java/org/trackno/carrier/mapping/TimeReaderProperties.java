package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.trackno.carrier.manifest.Manifest.TimeSection;

/** Times read by their characters are the times that a formatter reads, and what it refuses stays refused. */
class TimeReaderProperties {
    private static final List<String> PATTERNS = List.of(
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy h:mm a",
            "M/d/yyyy",
            "d-M-yyyy H:mm:ss",
            "d.M.uuuu H:mm",
            "yyyyMMdd HHmmss",
            "yyyyMMdd",
            "dd.MM.yyyy HH:mm");

    private final TimeReader reader = new TimeReader(new TimeSection(PATTERNS, null));

    @Property(tries = 5_000)
    void readsIsoAsTheFormatterDoes(@ForAll("iso") String written) {
        assertThat(read(written)).isEqualTo(readByFormatter(written));
    }

    @Property(tries = 5_000)
    void readsPatternsAsTheFormatterDoes(@ForAll("patterned") String written) {
        assertThat(read(written)).isEqualTo(readByFormatter(written));
    }

    @Provide
    Arbitrary<String> iso() {
        Arbitrary<String> time = joined(number(0, 25), text(":", "", "-"), number(0, 61));
        Arbitrary<String> second = Arbitraries.oneOf(text("", ":", "."), joined(text(":"), number(0, 61)));
        Arbitrary<String> fraction =
                Arbitraries.oneOf(text(""), text(".", ".0", ".123", ".123456789", ".1234567890", ",5"));
        Arbitrary<String> offset = Arbitraries.oneOf(
                text("", "Z", "z", "+1", " +01:00", "-00:00", "+18:00", "+18:30", "+19", "+01:60"),
                joined(text("+", "-"), number(0, 19), text(":", ""), number(0, 61)));
        Arbitrary<String> whole =
                joined(joined(date(), text("T", " ", "T ", "t", "")), time, second, joined(fraction, offset));
        return Arbitraries.oneOf(whole, whole, joined(date(), text("", "T", "Z", " ", "+01:00")));
    }

    @Provide
    Arbitrary<String> patterned() {
        Arbitrary<String> sign = text("/", "-", ".", "");
        Arbitrary<String> date = Arbitraries.oneOf(
                joined(shortNumber(0, 32), sign, shortNumber(0, 32), joined(sign, year())),
                joined(year(), number(0, 13), number(0, 32)));
        Arbitrary<String> time = Arbitraries.oneOf(
                text(""),
                joined(text(" ", "", "  "), shortNumber(0, 25), text(":"), number(0, 61)),
                joined(
                        text(" "),
                        shortNumber(0, 25),
                        joined(text(":"), number(0, 61)),
                        joined(text(":"), number(0, 61))),
                joined(text(" "), number(0, 25), number(0, 61), number(0, 61)));
        return joined(date, time, text("", "", " AM", " PM", " pm", "PM", " AMx"));
    }

    private static Arbitrary<String> date() {
        return joined(year(), text("-", "-", "-", "/"), number(0, 13), joined(text("-", "-", "-", ""), number(0, 32)));
    }

    private static Arbitrary<String> year() {
        return Arbitraries.oneOf(
                number(1988, 2102), text("2024", "2026", "2028", "0000", "26", "12026", "-2026", "+2026"));
    }

    private static Arbitrary<String> number(int from, int to) {
        return Arbitraries.integers().between(from, to).map("%02d"::formatted);
    }

    private static Arbitrary<String> shortNumber(int from, int to) {
        return Arbitraries.oneOf(
                number(from, to), Arbitraries.integers().between(from, to).map(String::valueOf));
    }

    private static Arbitrary<String> text(String... texts) {
        return Arbitraries.of(texts);
    }

    @SafeVarargs
    private static Arbitrary<String> joined(Arbitrary<String>... parts) {
        return Combinators.combine(List.of(parts)).as(texts -> String.join("", texts));
    }

    private String read(String written) {
        try {
            return reader.parse(written).toString();
        } catch (DateTimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String readByFormatter(String written) {
        try {
            return reader.parseByFormatter(written.strip()).toString();
        } catch (DateTimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
