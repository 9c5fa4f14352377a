package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceFunctionTest {
    private final JsltMapping mapping = JsltMapping.compile("test", "place(.[0], \"07743\", .[1])");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            textBlock =
                    """
                    ["Jena", "DE"]                | Jena           | DE
                    [" Jena ", "DE"]              | Jena           | DE
                    ["Jena, Germany", null]       | Jena           | Germany
                    ["Jena, Germany", "DE"]       | Jena, Germany  | DE
                    ["JENA - GERMANY", "DE"]      | JENA           | DE
                    ["JENA - GERMANY", null]      | JENA           | GERMANY
                    ["Laan 2, Utrecht", "NL"]     | Utrecht        | NL
                    ["Ely, Cambs, UK", null]      | Ely, Cambs, UK | none
                    ["Deutschland", "DE"]         | none           | DE
                    ["Germany", null]             | none           | Germany
                    ["Luxembourg", "LU"]          | Luxembourg     | LU
                    ["Depot 7", "GB"]             | none           | GB
                    [" , ", "GB"]                 | none           | GB
                    [null, "GB"]                  | none           | GB
                    """)
    void tells_town_and_country_apart(String written, String town, String country) throws Exception {
        JsonNode place = mapping.apply(new ObjectMapper().readTree(written));

        assertThat(place.path("locality").asText(null)).isEqualTo(town);
        assertThat(place.path("country").asText(null)).isEqualTo(country);
        assertThat(place.path("postalCode").asText(null)).isEqualTo("07743");
    }
}
