package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckRuleTest {
    /** The last column is worked out by hand from the published description of each rule. */
    @ParameterizedTest
    @CsvSource({
        "upu-s10, 10000000, 3", // 8; 11 - 8
        "upu-s10, 00000003, 1", // 21; 21 mod 11 = 10; 11 - 10
        "upu-s10, 00000000, 5", // 0; 11 becomes 5
        "upu-s10, 00100000, 7", // 4; 11 - 4
        "upu-s10, 00000011, 6", // 16; 16 mod 11 = 5; 11 - 5
        "upu-s10, 00010100, 4", // 2 + 5; 11 - 7
        "upu-s10, 01000110, 2", // 6 + 5 + 9 = 20; 20 mod 11 = 9; 11 - 9
        "gs1-mod10, 1, 7",
        "gs1-mod10, 12, 3", // 2*3 + 1*1 = 7
        "gs1-mod10, 123456, 5", // 6*3+5+4*3+3+2*3+1 = 45
        "luhn, 7, 5", // 14: 1 + 4
        "luhn, 123456, 6", // 6:12=3, 5, 4:8, 3, 2:4, 1 = 24
        "mod7, 100, 2",
        "mod7, 70000000001, 1",
        "iso7064-mod37-36, A12425GABC1234002, M", // the example of the Global Release Identifier standard
        "ups-mod10, 123, 2", // 1 + 4 + 3 = 8
        "ups-mod10, A, 8", // A counts (65 - 3) mod 10 = 2
        "ups-mod10, 9Z, 7", // Z counts (90 - 3) mod 10 = 7; 9 + 2 * 7 = 23
        "fedex-3-1-7, 1, 1",
        "fedex-3-1-7, 111, 0", // 11 mod 11
        "fedex-3-1-7, 2002, 4", // 2*1 + 2*1 = 4
        "dhl-4-9, 12, 8", // 4 + 18 = 22
        "gls, 12, 4", // 1 + 3 + 2 = 6
        "mondial-relay-mod11, 0662312345, 4", // 117 mod 11 = 7: the example of the label specification
        "mondial-relay-mod11, 12123456780101, 0", // 187 mod 11 = 0; 11 becomes 0
        "mondial-relay-mod11, 6, 0", // 12 mod 11 = 1; 10 becomes 0
        "correos-letter, A, L" // 65 mod 23 = 19
    })
    void theCheckCharacterFollowsFromThePayload(String rule, String payload, String expected) {
        assertThat(CheckRule.named(rule).expected(payload)).hasValue(expected.charAt(0));
    }

    @Test
    void aRuleForDigitsDoesNotJudgeLetters() {
        assertThat(CheckRule.GS1_MOD10.check("12A4", '5')).isEqualTo(CheckResult.NONE);
        assertThat(CheckRule.UPU_S10.check("1234567", '5')).isEqualTo(CheckResult.NONE);
    }

    @ParameterizedTest
    @EnumSource(CheckRule.class)
    void everyRuleSaysWhereItComesFrom(CheckRule rule) {
        assertThat(rule.source()).isNotBlank();
        assertThat(CheckRule.named(rule.ruleName())).isSameAs(rule);
        assertThat(rule.gain()).isBetween(0.9, 2.0);
    }

    @Test
    void anUnknownRuleIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> CheckRule.named("mod-97"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mod-97")
                .hasMessageContaining("gs1-mod10");
    }
}
