package org.trackno.carrier.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;

/** A carrier that mixes its answers up must not show one person the parcel of another. */
class DeclarativeAdapterTest {
    private static final CarrierFolder USPS = Catalogue.bundled().find("usps").orElseThrow();
    private static final CarrierAdapter ADAPTER = USPS.adapter().orElseThrow();
    private static final CarrierAnswer DELIVERED =
            CarrierAnswer.ofBody(USPS.text("samples/delivered-signed.json").getBytes(StandardCharsets.UTF_8));

    private final TrackingNumber stated = ((Found) ADAPTER.read(DELIVERED, TrackingQuery.EVERYTHING))
            .reports()
            .get(0)
            .number();

    @Test
    void anAnswerAboutTheAskedNumberIsRead() {
        assertThat(ADAPTER.read(DELIVERED, TrackingQuery.of(stated))).isInstanceOf(Found.class);
    }

    @Test
    void routingInFrontOfTheNumberDoesNotMatter() {
        TrackingNumber withZip = new TrackingNumber("42014850" + stated);

        assertThat(ADAPTER.read(DELIVERED, TrackingQuery.of(withZip))).isInstanceOf(Found.class);
    }

    @Test
    void anAnswerAboutAnotherNumberIsNot() {
        TrackingOutcome outcome =
                ADAPTER.read(DELIVERED, TrackingQuery.of(new TrackingNumber("9400100000000000000004")));

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.kind())
                .isEqualTo(FailureKind.UNREADABLE));
    }
}
