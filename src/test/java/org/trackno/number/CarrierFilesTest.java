package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CarrierFilesTest {
    private static final List<CarrierFormats> CARRIERS = CarrierFiles.read();
    private static final Recogniser RECOGNISER = new Recogniser(CARRIERS);

    @Test
    void everyFolderIsReadAndAccepted() {
        assertThat(CARRIERS)
                .extracting(one -> one.carrier().id())
                .contains("usps", "royal-mail", "la-poste", "canada-post", "bring", "dhl", "ups", "dpd");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleLeadsToItsCarrierFirst(CarrierFormats carrier, NumberFormat format, String example) {
        Recognition recognition = RECOGNISER.recognise(example);

        assertThat(recognition.candidates()).isNotEmpty();
        assertThat(recognition.candidates().get(0).carrier()).isEqualTo(carrier.carrier());
    }

    static Stream<Arguments> examples() {
        return CARRIERS.stream().flatMap(carrier -> carrier.formats().stream()
                .flatMap(format -> format.examples().stream().map(example -> Arguments.of(carrier, format, example))));
    }
}
