package org.trackno.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.model.Stage;

/** The bar shows where a parcel is; what is not on the straight way stands where it happens. */
class StepBarTest {
    @Test
    void on_the_way() {
        assertThat(bar(Stage.IN_TRANSIT))
                .isEqualTo("ACCEPTED:PASSED IN_TRANSIT:HERE OUT_FOR_DELIVERY:AHEAD DELIVERED:AHEAD");
        assertThat(bar(Stage.DELIVERED))
                .isEqualTo("ACCEPTED:PASSED IN_TRANSIT:PASSED OUT_FOR_DELIVERY:PASSED DELIVERED:PASSED");
    }

    @Test
    void off_the_straight_way() {
        assertThat(bar(Stage.DELIVERY_ATTEMPTED))
                .isEqualTo("ACCEPTED:PASSED IN_TRANSIT:PASSED DELIVERY_ATTEMPTED:TROUBLE DELIVERED:AHEAD");
        assertThat(bar(Stage.RETURNING))
                .isEqualTo("ACCEPTED:PASSED IN_TRANSIT:PASSED RETURNING:TROUBLE RETURNED:AHEAD");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void no_stage_is_passed_after_one_ahead(Stage stage) {
        assertThat(bar(stage)).doesNotMatch(".*AHEAD.*(PASSED|HERE|TROUBLE).*");
    }

    private static String bar(Stage stage) {
        return StepBar.of(stage).steps().stream()
                .map(step -> step.stage() + ":" + step.state())
                .collect(joining(" "));
    }
}
