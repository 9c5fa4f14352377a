package org.trackno.tracking;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LaPosteAnswer;
import org.trackno.testkit.Reply;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** One answer of a carrier may be about several parcels. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class SharedAnswerTest {
    private static final String ONE = "LA419073527FR";
    private static final String OTHER = "LA419073535FR";

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void each_parcel_gets_its_own_part_and_the_answer_is_kept_once() {
        String answer = "[%s, %s]"
                .formatted(
                        LaPosteAnswer.handedOver(ONE, "An Post", "QX7VB9N", clock.instant()),
                        LaPosteAnswer.handedOver(OTHER, "An Post", "QX7VB9P", clock.instant()));
        wire.answer("la-poste", ONE, okJson(answer));
        wire.answer("la-poste", OTHER, okJson(answer));

        Reply both = trackno.post("{\"numbers\":[\"%s\",\"%s\"],\"carrier\":\"la-poste\"}".formatted(ONE, OTHER));

        assertThat(both.json()
                        .at("/outcomes/0/snapshot/journey/0/trackingNumber")
                        .asText())
                .isEqualTo("QX7VB9N");
        assertThat(both.json()
                        .at("/outcomes/1/snapshot/journey/0/trackingNumber")
                        .asText())
                .isEqualTo("QX7VB9P");
        List<Map<String, Object>> kept = tables.answers(ONE);
        assertThat(kept).hasSize(1);
        assertThat(tables.answers(OTHER)).isEqualTo(kept);
    }
}
