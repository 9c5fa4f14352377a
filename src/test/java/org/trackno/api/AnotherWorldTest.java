package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.AnotherWorld;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What settings change: strict privacy, and a carrier without credentials. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(AnotherWorld.class)
class AnotherWorldTest {
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
    void strict_privacy_hides_towns_from_the_day_of_delivery_on() {
        String number = "990011001";
        Instant now = clock.instant();
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, now.minus(Duration.ofHours(1)))
                        .event("EVGPD", now.minus(Duration.ofMinutes(30)), "Secretville DO")
                        .response());

        Reply reply = trackno.track("royal-mail", number);

        JsonNode events = reply.snapshot().path("events");
        assertThat(events).hasSize(4);
        assertThat(events.at("/0/type").asText()).isEqualTo("out_for_delivery");
        assertThat(events.at("/0/place/country").asText()).isEqualTo("GB");
        assertThat(events.at("/1/place/locality").asText()).isEqualTo("Carlisle MC");
        assertThat(reply.body()).doesNotContain("Secretville");
    }

    @Test
    void a_carrier_without_credentials_is_recognised_and_linked_to() {
        String number = "6A12345678905";

        JsonNode problem = trackno.get("/v1/track/" + number).problem(424, "carrier-not-configured");
        JsonNode carrier =
                trackno.get("/v1/carriers/" + AnotherWorld.NOT_CONFIGURED).json();
        JsonNode diagnosis = trackno.get("/v1/track/" + number + "/diagnosis").json();

        assertThat(problem.at("/carrier/id").asText()).isEqualTo(AnotherWorld.NOT_CONFIGURED);
        assertThat(problem.path("carrierPage").asText()).startsWith("https://").contains(number);
        assertThat(carrier.path("configured").asBoolean()).isFalse();
        assertThat(carrier.at("/missingSettings/0").asText()).isEqualTo("trackno.carriers.la-poste.key");
        assertThat(diagnosis.path("cause").asText()).isEqualTo("NOT_CONFIGURED");
        assertThat(diagnosis.path("lastCalls")).isEmpty();
        assertThat(wire.calls(number)).isEmpty();
    }
}
