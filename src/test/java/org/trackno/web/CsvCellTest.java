package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of an exported list is a formula. */
class CsvCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\uFF1D1",
                "=HYPERLINK(\"//stranger.example\")"
            })
    void what_would_be_calculated_is_text(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Truro", "2026-03-01", "1Z12345E0205271688", "a=b", "Köln (DE)"})
    void all_else_stays_as_it_is(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }
}
