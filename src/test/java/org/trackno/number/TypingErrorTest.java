package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;

/**
 * Every single digit mistyped in every way, in numbers of every format whose check digit refuses. Such a number is accepted
 * when its carrier is a candidate all the same; silently, when the candidate does not name that very character as one that no
 * check digit covers; and it does harm when that carrier would then be asked about another number.
 */
class TypingErrorTest {
    private static final int NUMBERS_OF_EACH = 3;
    private static final List<CarrierFormats> CARRIERS = CarrierFiles.read();
    private static final Recogniser RECOGNISER = new Recogniser(CARRIERS);

    private int typed;
    private int accepted;
    private int silent;
    private int harmful;

    @Test
    void fewSlipsAreAcceptedFewerSilentlyAndFewLeadToAnotherParcel() {
        for (CarrierFormats carrier : CARRIERS) {
            for (NumberFormat format : carrier.formats()) {
                if (format.check() != null && format.checkRejects()) {
                    mistype(carrier.carrier(), format);
                }
            }
        }

        double share = (double) accepted / typed;
        double silently = (double) silent / typed;
        double harm = (double) harmful / typed;
        System.out.printf(
                Locale.ROOT,
                "Slips of one digit: %d, the carrier still a candidate %.1f %%, silently %.1f %%, for another number %.1f %%%n",
                typed,
                100 * share,
                100 * silently,
                100 * harm);
        assertThat(share).isLessThan(0.12);
        assertThat(silently).isLessThan(0.03);
        assertThat(harm).isLessThan(0.05);
    }

    @Test
    void aSlipInANumberOfACommonShapeIsToldWithTheExpectedDigit() {
        String number =
                "61234098765" + CheckRule.FEDEX_3_1_7.expected("61234098765").orElseThrow();
        String slipped = number.replaceFirst("^6", "7");

        assertThat(RECOGNISER.recognise(slipped).committed()).isEmpty();
        assertThat(RECOGNISER.recognise(slipped).nearMisses())
                .filteredOn(miss -> miss.format().equals("fedex-12"))
                .singleElement()
                .satisfies(miss -> assertThat(miss.expectedCheckDigit())
                        .isEqualTo(String.valueOf(
                                CheckRule.FEDEX_3_1_7.expected("71234098765").orElseThrow())));
    }

    private void mistype(Carrier carrier, NumberFormat format) {
        NumberGenerator numbers = new NumberGenerator(format, 13);
        for (int i = 0; i < NUMBERS_OF_EACH; i++) {
            String number = numbers.next();
            Optional<TrackingNumber> meant = candidate(carrier, number).map(Candidate::number);
            for (int at = 0; at < number.length(); at++) {
                for (char digit = '0'; digit <= '9' && Character.isDigit(number.charAt(at)); digit++) {
                    if (digit != number.charAt(at)) {
                        String slipped = number.substring(0, at) + digit + number.substring(at + 1);
                        count(meant, candidate(carrier, slipped), at + 1);
                    }
                }
            }
        }
    }

    private void count(Optional<TrackingNumber> meant, Optional<Candidate> read, int character) {
        typed++;
        accepted += read.isPresent() ? 1 : 0;
        silent += read.isPresent() && !names(read.get(), character) ? 1 : 0;
        harmful += read.isPresent() && !read.map(Candidate::number).equals(meant) ? 1 : 0;
    }

    private static boolean names(Candidate candidate, int character) {
        return candidate.unchecked().typed().stream()
                .anyMatch(range -> range.first() <= character && character <= range.last());
    }

    private static Optional<Candidate> candidate(Carrier carrier, String number) {
        return RECOGNISER.recognise(number).candidates().stream()
                .filter(candidate -> candidate.carrier().equals(carrier))
                .findFirst();
    }
}
