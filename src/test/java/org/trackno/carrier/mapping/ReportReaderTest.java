package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.carrier.codes.CodeTable;
import org.trackno.carrier.manifest.Manifest.TimeSection;
import org.trackno.model.EventType;
import org.trackno.model.ParcelReport;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'wrong': 1}                                                            | report
                    {'events': [{'at': '2026-03-01', 'wrong': 1}]}                          | event
                    {'events': [{'at': {'local': '2026-03-01', 'wrong': 1}}]}               | at
                    {'events': [{'at': '2026-03-01', 'place': {'wrong': 1}}]}               | place
                    {'origin': {'wrong': 1}}                                                | place
                    {'estimate': {'from': '2026-03-01', 'wrong': 1}}                        | estimate
                    {'estimate': {'from': {'local': '2026-03-01', 'wrong': 1}}}             | at
                    {'proofOfDelivery': {'wrong': 1}}                                       | proofOfDelivery
                    {'partner': {'wrong': 1}}                                               | partner
                    """,
            quoteCharacter = '"')
    void refusesAFieldItDoesNotKnow(String report, String of) {
        assertThatThrownBy(() -> read(report))
                .isInstanceOf(MappingException.class)
                .hasMessage("the mapping gives 'wrong', which " + of + " does not have");
    }

    @Test
    void theOrderOfFieldsMeansNothing() throws Exception {
        ParcelReport first = read(
                "{'destination': {'country': 'JP'}, 'estimate': {'from': '2026-03-02T10:00:00'},"
                        + " 'events': [{'place': {'country': 'JP'}, 'lookup': ['A1'], 'code': 'A', 'at': '2026-03-01T09:00:00'}]}");
        ParcelReport second = read(
                "{'events': [{'at': '2026-03-01T09:00:00', 'code': 'A', 'lookup': ['A1'], 'place':"
                        + " {'country': 'JP'}}], 'estimate': {'from': '2026-03-02T10:00:00'}, 'destination': {'country': 'JP'}}");

        assertThat(first).isEqualTo(second);
        assertThat(first.events().get(0).at().iso()).isEqualTo("2026-03-01T09:00:00+09:00");
        assertThat(first.events().get(0).type()).isEqualTo(EventType.IN_TRANSIT);
    }

    private ParcelReport read(String report) throws Exception {
        return reader.read(Json.MAPPER.readTree("[" + report.replace('\'', '"') + "]"))
                .reports()
                .get(0);
    }

    private @Nullable Partner partner(String partner) throws Exception {
        return read("{'partner': " + partner + "}").partner();
    }
}
