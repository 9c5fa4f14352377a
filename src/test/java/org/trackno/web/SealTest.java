package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sealed texts: stable, unreadable, and opened only whole and with the right key. */
class SealTest {
    private static final String TEXT = "RB417526304GB:royal-mail 1Z12345E0205271688";

    private final Seal seal = new Seal(key((byte) 1));

    @Test
    void what_is_sealed_is_opened_again() {
        assertThat(seal.open(seal.close(TEXT))).contains(TEXT);
    }

    @Test
    void the_same_text_has_the_same_address_and_does_not_show_in_it() {
        assertThat(seal.close(TEXT))
                .isEqualTo(seal.close(TEXT))
                .matches("[A-Za-z0-9_-]+")
                .doesNotContain("RB417");
        assertThat(seal.close(TEXT)).isNotEqualTo(seal.close(TEXT + " "));
    }

    @Test
    void another_key_opens_nothing() {
        assertThat(new Seal(key((byte) 2)).open(seal.close(TEXT))).isEmpty();
    }

    @Test
    void no_changed_character_is_accepted() {
        String sealed = seal.close(TEXT);

        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("***")).isEmpty();
        assertThat(seal.open("AAAA")).isEmpty();
    }

    private static byte[] key(byte fill) {
        byte[] key = new byte[Seal.KEY_LENGTH];
        Arrays.fill(key, fill);
        return key;
    }
}
