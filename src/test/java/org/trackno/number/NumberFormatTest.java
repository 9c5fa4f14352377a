package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumberFormatTest {
    @Test
    void theExampleMustHaveTheRightCheckDigit() {
        assertThat(format("demo-1", "X <serial d{5}> <check d>", "gs1-mod10", "high", "X123457")
                        .examples())
                .hasSize(1);
        assertRefused(() -> format("demo-1", "^ <serial d{5}> <check d>", "gs1-mod10", "high", "123451"), "examples: ");
        assertRefused(() -> format("demo-1", "<serial d{5}> <check d>", "gs1-mod10", "high", "12345"), "examples: ");
    }

    @Test
    void everyComponentIsNamedWhenItIsWrong() {
        assertRefused(() -> format("Demo 1", "d{9}", null, "high"), "id: ");
        assertRefused(() -> format("demo-1", " ", null, "high"), "shape: ");
        assertRefused(() -> format("demo-1", "d{9}", "gs1-mod10", "high"), "check: ");
        assertRefused(() -> format("demo-1", "d{8}<check d>", "gs1", "high"), "check: ");
        assertRefused(() -> format("demo-1", "d{9}", null, "sure"), "confidence: ");
        assertRefused(
                () -> new NumberFormat(
                        "demo-1",
                        null,
                        "d{9}",
                        null,
                        null,
                        null,
                        null,
                        List.of("Norway"),
                        "high",
                        "s",
                        List.of(),
                        Map.of()),
                "countries: ");
        assertRefused(
                () -> new NumberFormat(
                        "demo-1", null, "d{9}", null, null, "maybe", null, List.of(), "high", "s", List.of(), Map.of()),
                "checkTrust: ");
        assertRefused(
                () -> new NumberFormat(
                        "demo-1", null, "d{9}", null, null, null, null, List.of(), "high", " ", List.of(), Map.of()),
                "source: ");
    }

    private static NumberFormat format(
            String id, String shape, @Nullable String check, String confidence, String... examples) {
        return new NumberFormat(
                id,
                null,
                shape,
                check,
                null,
                null,
                null,
                List.of(),
                confidence,
                "made up",
                List.of(examples),
                Map.of());
    }

    private static void assertRefused(Runnable building, String start) {
        assertThatThrownBy(building::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start);
    }
}
