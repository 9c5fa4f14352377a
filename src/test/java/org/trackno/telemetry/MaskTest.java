package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Refresh of RB417526304GB failed          | Refresh of *********04GB failed
                    at 1Z12345E0205271686, twice             | at **************1686, twice
                    GET /v1/track/X?postcode=SW1A1AA&lang=de | GET /v1/track/X?postcode=…&lang=de
                    started in 136.344s on port 8080         | started in 136.344s on port 8080
                    HR000090 in org.trackno.store            | HR000090 in org.trackno.store
                    2026-11-24 18:05:09                      | 2026-11-24 18:05:09""")
    void numbers_and_postcodes_of_a_text_are_hidden_and_nothing_else(String text, String masked) {
        assertThat(Mask.text(text)).isEqualTo(masked);
    }

    @Test
    void the_row_that_the_database_complains_of_is_hidden() {
        assertThat(Mask.message("duplicate key, Key (carrier, name)=(dhl, Jane Canary) already exists"))
                .isEqualTo("duplicate key, Key (carrier, name)=(…) already exists");
        assertThat(Mask.message("invalid input syntax for type integer: \"Canary Lane\""))
                .doesNotContain("Canary");
    }

    @Test
    void an_exception_keeps_its_name_stack_and_causes() {
        Exception original = new IllegalStateException("RB417526304GB", new java.io.IOException("Key (a)=(Canary)"));

        Throwable masked = MaskedFailure.of(original);

        assertThat(masked).hasToString("java.lang.IllegalStateException: *********04GB");
        assertThat(masked.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(masked.getCause()).hasToString("java.io.IOException: Key (a)=(…)");
    }

    @Test
    void of_addresses_only_the_route_and_the_host_stay() {
        assertThat(Mask.path("/v1/track/RB%204175/diagnosis")).isEqualTo("/v1/track/{number}/diagnosis");
        assertThat(Mask.host("https://api.example.com:8443/track/RB417526304GB?x=1"))
                .isEqualTo("https://api.example.com:8443");
    }
}
