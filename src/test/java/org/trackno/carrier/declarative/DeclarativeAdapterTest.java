package org.trackno.carrier.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
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
    void anAnswerAboutSeveralTellsEachOfItsOwn() {
        CarrierFolder laPoste = Catalogue.bundled().find("la-poste").orElseThrow();
        String other = laPoste.text("samples/moving.json");
        String one = laPoste.text("samples/delivered.json");
        List<TrackingNumber> numbers =
                Stream.of(one, other).map(DeclarativeAdapterTest::numberIn).toList();
        CarrierAnswer both =
                CarrierAnswer.ofBody("[%s, %s]".formatted(one, other).getBytes(StandardCharsets.UTF_8));

        Map<TrackingNumber, TrackingOutcome> outcomes =
                laPoste.adapter().orElseThrow().readEach(both, numbers);

        assertThat(outcomes).containsOnlyKeys(numbers);
        outcomes.forEach((number, outcome) -> assertThat(((Found) outcome).reports())
                .extracting(ParcelReport::number)
                .containsExactly(number));
    }

    private static TrackingNumber numberIn(String answer) {
        Found found = (Found) Catalogue.bundled()
                .find("la-poste")
                .flatMap(CarrierFolder::adapter)
                .orElseThrow()
                .read(CarrierAnswer.ofBody(answer.getBytes(StandardCharsets.UTF_8)), TrackingQuery.EVERYTHING);
        return found.reports().get(0).number();
    }

    @Test
    void anAnswerAboutAnotherNumberIsNot() {
        TrackingOutcome outcome =
                ADAPTER.read(DELIVERED, TrackingQuery.of(new TrackingNumber("9400100000000000000004")));

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.kind())
                .isEqualTo(FailureKind.UNREADABLE));
    }
}
