package org.trackno.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.model.Stage;

class StageBarTest {
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, ○ Announced › ○ Accepted › ○ In transit › ○ Out for delivery › ○ Delivered",
        "ANNOUNCED, ● Announced › ○ Accepted › ○ In transit › ○ Out for delivery › ○ Delivered",
        "OUT_FOR_DELIVERY, ✓ Announced › ✓ Accepted › ✓ In transit › ● Out for delivery › ○ Delivered",
        "AVAILABLE_FOR_PICKUP, ✓ Announced › ✓ Accepted › ✓ In transit › ● Ready for pickup › ○ Delivered",
        "DELIVERED, ✓ Announced › ✓ Accepted › ✓ In transit › ✓ Out for delivery › ✓ Delivered",
        "RETURNING, ✓ Announced › ✓ Accepted › ✓ In transit › ! Returning › ○ Returned",
        "RETURNED, ✓ Announced › ✓ Accepted › ✓ In transit › ! Returned",
        "CANCELLED, ✓ Announced › ! Cancelled",
        "LOST, ✓ Announced › ✓ Accepted › ✓ In transit › ! Lost"
    })
    void theBarShowsWhereTheParcelStands(Stage stage, String bar) {
        assertThat(StageBar.of(stage).lines(80)).containsExactly(bar);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyBarFitsATerminal(Stage stage) {
        assertThat(StageBar.of(stage).lines(78)).hasSize(1).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void aNarrowTerminalGetsSeveralLines() {
        assertThat(StageBar.of(Stage.IN_TRANSIT).lines(40))
                .containsExactly("✓ Announced › ✓ Accepted › ● In transit", "› ○ Out for delivery › ○ Delivered");
    }
}
