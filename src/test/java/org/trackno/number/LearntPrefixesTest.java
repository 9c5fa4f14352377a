package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trackno.number.LearntPrefixes.Prefix;

class LearntPrefixesTest {
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());

    @Test
    void confirmedNumbersThatBeginAlikeLiftTheirCarrier() {
        LearntPrefixes learnt = new LearntPrefixes();
        Prefix prefix = Prefix.of(RECOGNISER.recognise("70392815640273"), "dpd");
        learnt.add(prefix, 99);

        Candidate best = RECOGNISER
                .recognise("70392899999921", hints(learnt))
                .candidates()
                .get(0);
        Candidate elsewhere = RECOGNISER
                .recognise("81392899999921", hints(learnt))
                .candidates()
                .get(0);

        assertThat(prefix).isEqualTo(new Prefix("dpd", 14, "7039"));
        assertThat(best.carrier().id()).isEqualTo("dpd");
        assertThat(best.reasons()).anyMatch(reason -> reason.contains("confirmed 99 numbers"));
        assertThat(elsewhere.reasons()).noneMatch(reason -> reason.contains("confirmed"));
    }

    @Test
    void theShipperIsThePrefixWhereTheFormatHasOne() {
        assertThat(Prefix.of(RECOGNISER.recognise("1ZA1B2C30312345673"), "ups").characters())
                .isEqualTo("1ZA1B2C3");
    }

    @Test
    void aNumberOfNoKnownFormatIsLearntByItsFirstThird() {
        assertThat(Prefix.of(RECOGNISER.recognise("QQ1QQ2QQ3QQ4"), "dhl")).isEqualTo(new Prefix("dhl", 12, "QQ1Q"));
    }

    private static Hints hints(LearntPrefixes learnt) {
        return new Hints(null, null, Set.of(), Set.of(), null, learnt);
    }
}
