package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmappedCodesTest {
    private final UnmappedCodes codes = new UnmappedCodes(List.of("EV", "E1", "0100", "type D", "SHIPMENT"));

    @ParameterizedTest
    @ValueSource(strings = {"XY", "Z9", "2310", "type Q"})
    void what_is_built_like_a_listed_code_is_named(String code) {
        assertThat(codes.label(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jane Canary", "12 Canary Lane", "LONGNAME", "RB417526304GB", "left with neighbour"})
    void what_may_be_words_about_somebody_is_not(String code) {
        assertThat(codes.label(code)).isEqualTo("(text)");
    }

    @Test
    void there_is_an_end_to_labels() {
        List<String> labels = IntStream.range(0, 9_999)
                .mapToObj(i -> codes.label(String.format("%04d", i)))
                .distinct()
                .toList();

        assertThat(labels).hasSize(51).contains("(other)");
        assertThat(codes.label("0000")).isEqualTo("0000");
    }
}
