package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.number.InputProblem.Kind;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "'  rx 472 913 06 ', RX47291306",
        "47-29.13–06, 47291306",
        "(00)340434, 00340434",
        "%0081827, 0081827",
        "ＡＢ１２３, AB123",
        "'1z\u00A09\u200B99\t99', 1Z99999"
    })
    void whatPeopleTypeBecomesCanonical(String input, String canonical) {
        assertThat(NumberText.read(input).value()).isEqualTo(canonical);
        assertThat(NumberText.read(input).problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "' - .', EMPTY",
        "12, TOO_SHORT",
        "12345678901234567890123456789012345678901, TOO_LONG",
        "12345;drop, ODD_CHARACTERS",
        "HELLOWORLD, NO_DIGITS"
    })
    void whatIsNoTrackingNumberIsRefusedWithTheCause(String input, Kind kind) {
        assertThat(NumberText.read(input).problem()).isNotNull().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.message()).endsWith(kind == Kind.ODD_CHARACTERS ? ";" : ".");
        });
    }

    @Test
    void oddCharactersAreNamedOnceAndHiddenOnesByCode() {
        assertThat(NumberText.read("12345ß;;\u0007é").problem())
                .extracting(InputProblem::characters)
                .isEqualTo(List.of("ß", ";", "U+0007", "é"));
    }
}
