package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecogniserPropertyTest {
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());

    @Property
    void everyStringIsAnswered(@ForAll @StringLength(max = 10_240) String input) {
        assertAnswered(RECOGNISER.recognise(input));
    }

    @Property
    void everyNumberIsAnsweredInFull(@ForAll("numbers") String input) {
        Recognition recognition = RECOGNISER.recognise(input, new Hints("NO", "CN", Set.of("dhl"), "ups"));

        assertAnswered(recognition);
        assertThat(recognition.candidates()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(recognition.candidates())
                .allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
        assertThat(recognition.candidates()).extracting(Candidate::carrier).doesNotHaveDuplicates();
    }

    @Property
    void writingDoesNotMatter(@ForAll("numbers") String number) {
        String typed = " " + String.join(" ", number.split("(?<=\\G..)")).toLowerCase(Locale.ROOT) + "-";

        assertThat(RECOGNISER.recognise(typed).candidates())
                .isEqualTo(RECOGNISER.recognise(number).candidates());
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void randomDigitsAreHardlyEverCommitted(int length) {
        Random random = new Random(20_261_123);
        int tries = 2_000;
        int committed = 0;
        for (int i = 0; i < tries; i++) {
            String number = random.ints(length, 0, 10)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
            committed += RECOGNISER.recognise(number).committed().isPresent() ? 1 : 0;
        }

        assertThat((double) committed / tries).isLessThan(0.03);
    }

    static IntStream lengths() {
        return IntStream.rangeClosed(8, 34);
    }

    @Provide
    static Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(36);
        Arbitrary<String> mixed = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(30);
        Arbitrary<String> starts = Arbitraries.of("1Z", "420", "00", "JJD", "GM", "3S", "RR", "94", "8L", "%", "");
        return Arbitraries.oneOf(
                digits,
                mixed.map(text -> "7" + text + "1234"),
                starts.flatMap(start -> digits.map(rest -> start + rest)));
    }

    private static void assertAnswered(Recognition recognition) {
        assertThat(recognition.trackingNumber() == null).isEqualTo(recognition.problem() != null);
        if (recognition.problem() != null) {
            assertThat(recognition.candidates()).isEmpty();
        }
    }
}
