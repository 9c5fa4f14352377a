package org.trackno.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** A parcel that one carrier hands to another: both numbers, the partner and its page. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class HandOverTest {
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
    void a_partner_that_the_carrier_tells_is_a_leg_with_its_number_and_page() {
        String number = "1Z4T8R21YW00000448";
        wire.answer("ups", number, okJson(UpsAnswer.handedOver(number, clock.instant())));

        JsonNode leg = trackno.track("ups", number).snapshot().at("/journey/0");

        assertThat(leg.path("trackingNumber").asText()).isEqualTo(UpsAnswer.USPS_NUMBER);
        assertThat(leg.path("role").asText()).isEqualTo("PARTNER");
        assertThat(leg.at("/carrier/id").asText()).isEqualTo("usps");
        assertThat(leg.at("/carrier/name").asText()).isEqualTo("USPS");
        assertThat(leg.path("carrierPage").asText())
                .startsWith("https://tools.usps.com/")
                .contains(UpsAnswer.USPS_NUMBER);
        assertThat(leg.path("stage").isNull()).isTrue();
    }

    @Test
    void a_partner_that_is_not_told_again_is_still_known() {
        String number = "1Z4T8R21YW00000457";
        wire.answer("ups", number, okJson(UpsAnswer.handedOver(number, clock.instant())));
        trackno.track("ups", number).snapshot();
        wire.restore();
        wire.answer("ups", number, okJson(UpsAnswer.delivered(number, clock.instant())));
        clock.advance(Duration.ofDays(2));

        JsonNode later = trackno.track("ups", number).snapshot();

        assertThat(later.path("stage").asText()).isEqualTo("DELIVERED");
        assertThat(later.at("/journey/0/trackingNumber").asText()).isEqualTo(UpsAnswer.USPS_NUMBER);
    }

    @Test
    void of_a_number_that_posts_share_the_other_post_is_a_leg_once_the_item_left_for_abroad() {
        String atHome = "RB417526919GB";
        String abroad = "RB417526922GB";
        wire.answer(
                "royal-mail",
                atHome,
                RoyalMailAnswer.moving(atHome, clock.instant()).to("DEU").response());
        wire.answer(
                "royal-mail",
                abroad,
                RoyalMailAnswer.moving(abroad, clock.instant())
                        .to("DEU")
                        .event("EVHOE", clock.instant(), "Langley HWDC")
                        .response());

        JsonNode before = trackno.track("royal-mail", atHome).snapshot().path("journey");
        JsonNode after = trackno.track("royal-mail", abroad).snapshot().path("journey");

        assertThat(before).isEmpty();
        assertThat(after).hasSize(1);
        assertThat(after.at("/0/trackingNumber").asText()).isEqualTo(abroad);
        assertThat(after.at("/0/carrier/id").asText()).isEqualTo("dhl");
        assertThat(after.at("/0/carrierPage").asText()).contains(abroad);
    }
}
