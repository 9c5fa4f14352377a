package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "in Leipzig",
                " in Leipzig",
                "in  Leipzig",
                "in\tLeipzig",
                "in\u00a0Leipzig",
                "in \u0000Leipzig\u007f",
                "in\r\n Leipzig \ud800",
                "\u2003in Leipzig\u2003"
            })
    void foldsWhatIsNoPartOfTheText(String written) {
        assertThat(Texts.clean(TextNode.valueOf(written))).isEqualTo("in Leipzig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FØRDE", "L'envoi est arrivé", "東京", "Danke \ud83d\ude00"})
    void keepsLettersOfAllScripts(String written) {
        assertThat(Texts.clean(TextNode.valueOf(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t", "\u0000"})
    void isNullWhereNothingIsLeft(String written) {
        assertThat(Texts.clean(TextNode.valueOf(written))).isNull();
    }
}
