package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterRangeTest {

    @Test
    void neighboursAreOneRangeCountedFromTheStartOfWhatIsMeant() {
        assertThat(CharacterRange.of(2, 8, at -> at != 4 && at != 7))
                .containsExactly(new CharacterRange(1, 2), new CharacterRange(4, 5));
        assertThat(CharacterRange.of(0, 5, at -> false)).isEmpty();
    }

    @Test
    void rangesReadAsASentenceSaysThem() {
        assertThat(CharacterRange.words(List.of(new CharacterRange(3, 3)))).isEqualTo("character 3");
        assertThat(CharacterRange.words(
                        List.of(new CharacterRange(1, 2), new CharacterRange(5, 5), new CharacterRange(9, 12))))
                .isEqualTo("characters 1 to 2, 5 and 9 to 12");
    }
}
