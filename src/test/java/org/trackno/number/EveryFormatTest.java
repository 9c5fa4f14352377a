package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.model.Carrier;

/** What must hold for each format of each carrier folder, on made-up numbers. */
class EveryFormatTest {
    private static final int TRIES = 100;
    private static final List<CarrierFormats> CARRIERS = CarrierFiles.read();
    private static final Recogniser RECOGNISER = new Recogniser(CARRIERS);

    @ParameterizedTest
    @MethodSource("formats")
    void itsNumbersLeadToItsCarrierWhenThatIsNamed(Carrier carrier, NumberFormat format) {
        NumberGenerator numbers = new NumberGenerator(format, 7);
        int first = 0;
        for (int i = 0; i < TRIES; i++) {
            List<Candidate> candidates = RECOGNISER
                    .recognise(numbers.next(), Hints.named(carrier.id()))
                    .candidates();
            first += !candidates.isEmpty() && candidates.get(0).carrier().equals(carrier) ? 1 : 0;
        }

        assertThat(first).isGreaterThanOrEqualTo(TRIES * 95 / 100);
    }

    @ParameterizedTest
    @MethodSource("formatsWithProvenCheck")
    void aMistypedCheckDigitIsNeverAccepted(Carrier carrier, NumberFormat format) {
        Recogniser alone = new Recogniser(List.of(new CarrierFormats(carrier, List.of(format))));
        NumberGenerator numbers = new NumberGenerator(format, 11);
        int checkAt =
                Shape.parse(format.shape()).variants().get(0).checks().get(0).at()
                        - Shape.parse(format.shape()).variants().get(0).length();
        for (int i = 0; i < TRIES; i++) {
            String number = numbers.next();
            int at = number.length() + checkAt;
            char wrong = number.charAt(at) == '9' ? '0' : (char) (number.charAt(at) + 1);
            if (!Character.isLetterOrDigit(wrong) || Character.isLetter(number.charAt(at))) {
                continue;
            }

            assertThat(alone.recognise(number.substring(0, at) + wrong + number.substring(at + 1))
                            .candidates())
                    .isEmpty();
        }
    }

    static Stream<Arguments> formats() {
        return CARRIERS.stream()
                .flatMap(carrier -> carrier.formats().stream().map(format -> Arguments.of(carrier.carrier(), format)));
    }

    static Stream<Arguments> formatsWithProvenCheck() {
        return formats().filter(arguments -> {
            NumberFormat format = (NumberFormat) arguments.get()[1];
            return format.check() != null && format.checkRejects();
        });
    }
}
