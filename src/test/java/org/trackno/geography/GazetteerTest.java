package org.trackno.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place that a carrier names becomes a town on the earth, or none where that is not certain. */
class GazetteerTest {
    private static final Gazetteer TOWNS = Gazetteer.load();

    @ParameterizedTest
    @CsvSource({
        "DE, , Jena, Jena",
        "DE, , JENA, Jena",
        "NO, , BODØ, Bodø",
        "GB, , Truro DO, Truro",
        "GB, , Bristol MC, Bristol",
        "US, MA, Springfield, Springfield",
        "US, , SPRINGFIELD MA NETWORK DISTRIBUTION CENTER, Springfield",
        "US, , ISC NEW YORK NY(USPS), New York City",
        "US, ID, Boise, Boise",
        "CA, ON, KINGSTON, Kingston",
        "CA, QC, MONTREAL, Montréal",
        "AU, VIC, MELBOURNE, Melbourne",
        "PL, , Warszawa, Warsaw",
        "CZ, , Praha, Prague",
        "NL, , Den Haag, The Hague",
        "DE, , München, Munich",
        "DE, , Muenchen, Munich",
        "DE, , Koeln, Köln",
        "CN, , Shenzhen, Shenzhen"
    })
    void is_found_as_carriers_write_it(String country, @Nullable String region, String written, String name) {
        assertThat(TOWNS.find(country, region, written)).map(Town::name).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "US, , Springfield", // in 30 states
        "DE, , Frankfurt", // on the Main, or on the Oder
        "GB, , Heathrow Worldwide DC", // no town
        "US, ID, Springfield", // not in that state
        "DE, , Truro", // not in that country
        "GB, , Sorting Office",
        "GB, , ''",
        "ZZ, , Paris",
        "DE, , <script>hacked=1</script>"
    })
    void is_not_guessed(String country, @Nullable String region, String written) {
        assertThat(TOWNS.find(country, region, written)).isEmpty();
    }

    @Test
    void lies_where_it_lies() {
        Coordinates jena = TOWNS.find("DE", null, "Jena").orElseThrow().at();
        Coordinates sydney = TOWNS.find("AU", "NSW", "Sydney").orElseThrow().at();

        assertThat(jena.latitude()).isCloseTo(50.93, within(0.05));
        assertThat(jena.longitude()).isCloseTo(11.59, within(0.05));
        assertThat(jena.kilometresTo(sydney)).isCloseTo(16_200, within(200.0));
    }
}
