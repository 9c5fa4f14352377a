package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** A wrong guess is corrected by naming the carrier. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class CorrectionTest {
    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void the_carrier_that_was_named_and_knew_the_number_is_asked_from_then_on() {
        String number = "660077001"; // nine digits, which no format of Royal Mail has
        answer(number, 0);
        assertThat(trackno.get("/v1/track/" + number).status()).isNotEqualTo(200);

        int named = trackno.get("/v1/track/" + number + "?carrier=royal-mail").status();

        assertThat(named).isEqualTo(200);
        assertThat(trackno.get("/v1/track/" + number)
                        .snapshot()
                        .at("/carrier/id")
                        .asText())
                .isEqualTo("royal-mail");
    }

    private void answer(String number, int delayMillis) {
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(delayMillis));
    }
}
