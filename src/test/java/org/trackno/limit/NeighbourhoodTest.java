package org.trackno.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourhoodTest {
    private static final int FIRST = 41_752_000;

    @Test
    void a_thousand_numbers_in_a_row_are_neighbours_wherever_the_row_begins() {
        for (int first = FIRST; first < FIRST + 10_000; first += 500) {
            Neighbourhood one = Neighbourhood.of(number(first));
            assertThat(IntStream.range(first, first + 1_000).mapToObj(serial -> Neighbourhood.of(number(serial))))
                    .satisfiesAnyOf(
                            row -> assertThat(row).allSatisfy(other -> assertThat(other.block())
                                    .isEqualTo(one.block())),
                            row -> assertThat(row).allSatisfy(other -> assertThat(other.overlapping())
                                    .isEqualTo(one.overlapping())));
        }
    }

    @Test
    void numbers_far_apart_or_of_another_kind_are_none() {
        Neighbourhood one = Neighbourhood.of("RB417526304GB");

        assertThat(Neighbourhood.of("RB427526304GB").block()).isNotEqualTo(one.block());
        assertThat(Neighbourhood.of("RC417526304GB").block()).isNotEqualTo(one.block());
        assertThat(Neighbourhood.of("RB417526304DE").block()).isNotEqualTo(one.block());
        assertThat(Neighbourhood.of("RB417526318GB").number()).isNotEqualTo(one.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rb417526304gb", "RB 4175 2630 4GB", "RB-417.526.304(GB)", "ＲＢ４１７５２６３０４ＧＢ"})
    void however_it_is_written_it_is_the_same_number(String written) {
        assertThat(Neighbourhood.of(written)).isEqualTo(Neighbourhood.of("RB417526304GB"));
    }

    private static String number(int serial) {
        return "RB" + serial + serial % 10 + "GB";
    }
}
