package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.carrier.manifest.Manifest.TimeSection;
import org.trackno.model.EventTime;
import org.trackno.model.Place;
import org.trackno.model.ZoneBasis;

class TimeReaderTest {
    private final TimeReader reader =
            new TimeReader(new TimeSection(List.of("M/d/yyyy h:mm:ss a", "yyyyMMdd HHmmss", "d.M.uuuu"), null));

    @ParameterizedTest
    @CsvSource({
        "2026-02-11T17:48:02, 2026-02-11T17:48:02",
        "2026-02-11 17:48, 2026-02-11T17:48:00",
        "2026-02-11, 2026-02-11",
        "2/11/2026 5:48:02 PM, 2026-02-11T17:48:02",
        "20260211 174802, 2026-02-11T17:48:02",
        "11.2.2026, 2026-02-11",
        "2028-02-29, 2028-02-29"
    })
    void readsWhatCarriersWrite(String written, String local) throws MappingException {
        assertThat(read(written, Place.NOWHERE).local()).isEqualTo(local);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-31", "2026-02-29T10:00:00", "2/31/2026 5:48:02 PM", "20260431 174802", "31.4.2026"})
    void refusesDatesThatNeverWereInsteadOfMovingThem(String written) throws MappingException {
        assertThatThrownBy(() -> read(written, Place.NOWHERE)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void takesTheZoneFromThePlaceOnlyWhereNoOffsetIsStated() throws MappingException {
        EventTime stated = read("2026-07-11T10:00:00+02:00", Place.ofCountry("JP"));
        EventTime local = read("2026-07-11T10:00:00", Place.ofCountry("JP"));

        assertThat(stated.iso()).isEqualTo("2026-07-11T10:00:00+02:00");
        assertThat(local.iso()).isEqualTo("2026-07-11T10:00:00+09:00");
        assertThat(local.zoneBasis()).isEqualTo(ZoneBasis.FROM_PLACE);
    }

    private EventTime read(String written, Place place) throws MappingException {
        JsonNode at = TextNode.valueOf(written);
        return reader.read(at, place);
    }
}
