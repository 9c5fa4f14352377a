package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.carrier.codes.CodeTable;
import org.trackno.carrier.manifest.Manifest.TimeSection;
import org.trackno.model.Partner;
import org.trackno.model.TrackingNumber;
import org.trackno.support.Json;

class ReportReaderTest {
    private final ReportReader reader = new ReportReader(
            CodeTable.read("codes.csv", "code,type,meaning,source\nA1,in_transit,on the way,made up\n"),
            new TimeSection(List.of(), null));

    @Test
    void aPartnersNumberHasADigitAtLeast() throws Exception {
        assertThat(partner("{\"number\": \"QXVBN7\", \"name\": \"Any Logistics\"}"))
                .isEqualTo(new Partner(new TrackingNumber("QXVBN7"), null, "Any Logistics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY", "CANARYLOGISTICS", "UNKNOWN"})
    void aWordIsNoNumberOfAPartner(String word) throws Exception {
        assertThat(partner("{\"number\": \"" + word + "\", \"name\": \"Any Logistics\"}"))
                .isEqualTo(new Partner(null, null, "Any Logistics"));
        assertThat(partner("{\"number\": \"" + word + "\"}")).isNull();
    }

    private @Nullable Partner partner(String partner) throws Exception {
        return reader.read(Json.MAPPER.readTree("[{\"partner\": " + partner + "}]"))
                .reports()
                .get(0)
                .partner();
    }
}
