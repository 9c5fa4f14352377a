package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.store.LearntStore;
import org.trackno.support.Detached;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/**
 * A correction is kept in the database, so it reaches other processes and outlives this one. Another process, and this one
 * after a restart, is a second memory over the same database.
 */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class LearntNumbersTest {
    private static final int PATIENCE = 10_000;
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(61);

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @Inject
    LearntStore store;

    @Inject
    Catalogue catalogue;

    @Inject
    Detached detached;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void anotherProcessKnowsACorrectionAMinuteLaterAndARestartedOneAtOnce() throws Exception {
        String number = "660077011";
        List<Carrier> guess = carriers("ups");
        LearntNumbers other = process();
        assertThat(order(other, number, guess)).isEqualTo(guess);

        correct(number);

        assertThat(order(other, number, guess)).isEqualTo(guess);
        clock.advance(MORE_THAN_A_MINUTE);
        assertThat(order(other, number, guess)).isEqualTo(carriers("royal-mail", "ups"));
        assertThat(order(process(), number, guess)).isEqualTo(carriers("royal-mail", "ups"));
    }

    @Test
    void anotherProcessThatServesFromMemoryHearsOfACorrectionToo() throws Exception {
        String number = "660077012";
        List<Carrier> guess = carriers("ups");
        LearntNumbers other = process();
        order(other, number, guess);

        correct(number);
        clock.advance(MORE_THAN_A_MINUTE);

        List<Carrier> remembered = other.remembered(new TrackingNumber(number), guess);
        assertThat(remembered).isEqualTo(guess);
        for (int i = 0; i < PATIENCE && remembered.equals(guess); i++) {
            order(process(), number, guess); // time for the reading behind
            remembered = other.remembered(new TrackingNumber(number), guess);
        }
        assertThat(remembered).isEqualTo(carriers("royal-mail", "ups"));
    }

    @Test
    void aCorrectionOverrulesWhatAnotherProcessLearnt() throws Exception {
        String number = "660077013";
        tables.change(
                "insert into learnt_number (tracking_number, carrier, length, prefix, learnt_at)"
                        + " values (?, 'ups', 9, '6600', now())",
                number);

        correct(number);

        assertThat(order(process(), number, List.of())).isEqualTo(carriers("royal-mail"));
    }

    @Test
    void memoryIsSilentUntilTheStoreWasAsked() {
        assertThat(process().remembered(new TrackingNumber("660077014"), carriers("ups")))
                .isEmpty();
    }

    /** Names the carrier, which knows the number, and waits until that is kept. */
    private void correct(String number) {
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response());
        trackno.track("royal-mail", number).snapshot();
        for (int i = 0; i < PATIENCE && !"royal-mail".equals(learnt(number)); i++) {
            Thread.onSpinWait();
        }
        assertThat(learnt(number)).isEqualTo("royal-mail");
    }

    private String learnt(String number) {
        return tables.learnt(number).stream()
                .map(row -> String.valueOf(row.get("carrier")))
                .findFirst()
                .orElse("");
    }

    private LearntNumbers process() {
        return new LearntNumbers(store, catalogue, detached, clock);
    }

    private List<Carrier> order(LearntNumbers process, String number, List<Carrier> likely) {
        return detached.run(() -> process.order(new TrackingNumber(number), likely))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private List<Carrier> carriers(String... ids) {
        return java.util.Arrays.stream(ids)
                .map(id -> catalogue.find(id).orElseThrow().carrier())
                .toList();
    }
}
