package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.number.Shape.Span;

class ShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            AB d{3}          ; AB123   ; true
            AB d{3}          ; AB12    ; false
            AB d{3}          ; AC123   ; false
            d{2,4}           ; 1234    ; true
            d{2,4}           ; 12345   ; false
            (X|YZ) d         ; YZ7     ; true
            (X|YZ) d         ; Y7      ; false
            [0-3A] a         ; AQ      ; true
            [0-3A] a         ; 4Q      ; false
            (420 d{5})? 9 d  ; 91      ; true
            (420 d{5})? 9 d  ; 4201234591 ; true
            (420 d{5})? 9 d  ; 420123491  ; false
            <one x{2}> ^ <two d> ; Z91  ; true
            """)
    void aShapeAcceptsWhatItDescribes(String shape, String number, boolean accepted) {
        assertThat(Shape.parse(shape).accepts(number)).isEqualTo(accepted);
    }

    @Test
    void partsKnowWhereTheyAre() {
        Shape shape = Shape.parse("1Z ^ <shipper x{6}> <service xx> <serial x{7}> <check d>");

        assertThat(shape.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.spans())
                    .containsExactly(
                            new Span("shipper", 2, 8),
                            new Span("service", 8, 10),
                            new Span("serial", 10, 17),
                            new Span("check", 17, 18));
            assertThat(variant.checks()).containsExactly(new Shape.Check(2, 17));
        });
    }

    @Test
    void theShareIsThatOfRandomStringsOfTheSameAlphabet() {
        var variant = Shape.parse("9 [0-4] d{10}").variants().get(0);

        assertThat(variant.share(true)).isCloseTo(0.05, within(1e-9));
        assertThat(variant.share(false)).isCloseTo(Math.pow(1 / 3.6, 10) * 5 / (36 * 36), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d{",
                "d{5,2}",
                "d{x}",
                "(A|B",
                "<serial d",
                "<Serial d>",
                "[",
                "[]",
                "A)",
                "d{41}",
                "ö",
                "<check dd>"
            })
    void aWrongShapeIsRefusedWithThePlace(String shape) {
        assertThatThrownBy(() -> Shape.parse(shape))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shape: ")
                .hasMessageContaining("at character");
    }

    @Test
    void aShapeThatExplodesIsRefused() {
        assertThatThrownBy(() -> Shape.parse("(A|B){30}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variants");
    }
}
