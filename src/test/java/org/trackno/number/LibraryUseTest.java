package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;

/** The example of docs/recognising.md. */
class LibraryUseTest {
    @Test
    void formatsOfOnesOwnAndThePostsOfTheWorldAreRecognised() {
        NumberFormat format = new NumberFormat(
                "acme-1",
                "Acme parcel",
                "AC ^ <serial d{9}> <check d>",
                "mod7",
                null,
                null,
                null,
                List.of("DE"),
                "high",
                "Acme label guide",
                List.of("AC1428570360"),
                Map.of());
        Recogniser recogniser =
                new Recogniser(List.of(new CarrierFormats(new Carrier("acme", "Acme"), List.of(format))));

        assertThat(recogniser.recognise("ac 142 857 0360").committed())
                .map(best -> best.carrier().name())
                .hasValue("Acme");
        assertThat(recogniser.recognise("RB417526304GB").committed())
                .map(best -> best.carrier().name())
                .hasValue("Royal Mail");
    }
}
