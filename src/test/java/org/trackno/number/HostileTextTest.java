package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.trackno.number.NumbersInText.Mode;

/**
 * Whatever up to 10 kB somebody sends is answered, with work that is counted: how often a string is recognised and how many
 * characters are read for it. The clock is only a net under it.
 */
class HostileTextTest {
    private static final int MOST_CHARACTERS = 10_240;
    private static final Duration NET = Duration.ofSeconds(60);
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());

    /** So far apart, two texts have no group and no label in common. */
    private static final String APART = "\n" + "_".repeat(60) + "\n";

    private static final List<String> PIECES = List.of(
            "1Z A1B2C3 03 1234567 3 ",
            "RB417526304GB\n",
            "00340434660000000327",
            "9400109876543210987651,",
            "https://www.ups.com/track?tracknum=",
            "://",
            "www.",
            "%3A%2F%2F",
            "?a=1&b=",
            "(030) 901820-45 ",
            "23.11.2026 ",
            "order no. 4711 ",
            "tracking number: ",
            "desk@shop.example ",
            "<td>",
            "&nbsp;",
            "12 34 56 78 90 12 34 56 78 ",
            "0000000000000000000000",
            "- - - . . ( ) / + ",
            "\u0301\u0300\u0327",
            "e\u0301\u0323",
            "\uD83D\uDCE6",
            "\uD83D",
            "\uDCE6\uDCE6",
            "\uFF11\uFF3A\uFF18",
            "\uFDFA",
            "\u202E\u200B\uFEFF",
            "\u0000\u0001\u001B[31m",
            "\r\n\t\u2028",
            "O0I1S5B8Z2");

    /** What was done to answer. */
    private static final class Work {
        private long recognitions;
        private long characters;

        NumbersInText counting() {
            return new NumbersInText(
                    (text, hints) -> {
                        recognitions++;
                        characters += text.length();
                        return RECOGNISER.recognise(text, hints);
                    },
                    RECOGNISER::linkedCarrier);
        }
    }

    @Property(tries = 300)
    void everyStringIsAnswered(@ForAll("hostile") String text) {
        assertTimeoutPreemptively(NET, () -> {
            Recognition recognition = RECOGNISER.recognise(text);
            assertThat(recognition.trackingNumber() == null).isEqualTo(recognition.problem() != null);
            assertThat(RECOGNISER.repairs(recognition)).isNotNull();
            recognition.candidates().forEach(one -> assertThat(one.reasons()).isNotEmpty());
            recognition.nearMisses().forEach(miss -> assertThat(miss.problem()).isNotBlank());
        });
    }

    @Property(tries = 200)
    void theWorkOnATextGrowsWithItAndNoFaster(@ForAll("hostile") String text, @ForAll Mode mode) {
        assertTimeoutPreemptively(NET, () -> {
            Work once = work(text, mode);
            Work twice = work(text + APART + text, mode);

            assertThat(once.recognitions).isLessThanOrEqualTo(NumbersInText.MOST_GROUPS * (text.length() / 2 + 1L));
            assertThat(once.characters).isLessThanOrEqualTo(60L * (text.length() + 1));
            assertThat(twice.recognitions).isLessThanOrEqualTo(2 * once.recognitions);
            assertThat(twice.characters).isLessThanOrEqualTo(2 * once.characters);
        });
    }

    @Property(tries = 200)
    void aLinkHasFewPartsToRecognise(@ForAll("hostile") String text) {
        TrackingLinks links = new TrackingLinks(List.of());

        assertTimeoutPreemptively(NET, () -> {
            TrackingLinks.Link link = links.read("https://" + text);
            if (link != null) {
                assertThat(link.parts()).hasSizeLessThanOrEqualTo(NumberText.MAX_INPUT / 8);
                assertThat(link.parts())
                        .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(NumberText.MAX_INPUT));
            }
        });
    }

    @Property(tries = 20)
    void aTextFullOfNumbersGivesNoMoreThanTheMost(@ForAll Mode mode) {
        StringBuilder text = new StringBuilder();
        for (int serial = 10_000_000; serial < 10_000_000 + NumbersInText.MOST_FINDS + 50; serial++) {
            text.append("RB")
                    .append(serial)
                    .append(CheckRule.UPU_S10.expected("" + serial).orElseThrow())
                    .append("NO\n");
        }

        assertThat(new NumbersInText(RECOGNISER).find(text.toString(), mode, Hints.NONE))
                .hasSize(NumbersInText.MOST_FINDS);
    }

    @Property(tries = 1)
    void aNumberMeetsFewFormats() {
        FormatIndex index = new FormatIndex(CarrierFiles.read().stream()
                .flatMap(one -> one.formats().stream().map(format -> new CompiledFormat(one.carrier(), format)))
                .toList());

        assertThat(index.longestWay()).isLessThanOrEqualTo(200);
    }

    @Provide
    static Arbitrary<String> hostile() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(400);
        Arbitrary<String> pieces = Arbitraries.of(PIECES);
        Arbitrary<String> repeated = pieces.flatMap(piece -> Arbitraries.integers()
                .between(1, MOST_CHARACTERS / piece.length())
                .map(piece::repeat));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, pieces),
                        net.jqwik.api.Tuple.of(3, anything),
                        net.jqwik.api.Tuple.of(2, digits),
                        net.jqwik.api.Tuple.of(1, repeated))
                .list()
                .ofMaxSize(120)
                .map(all -> cut(String.join("", all)));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    private static Work work(String text, Mode mode) {
        Work work = new Work();
        work.counting().find(text, mode, Hints.NONE);
        return work;
    }
}
