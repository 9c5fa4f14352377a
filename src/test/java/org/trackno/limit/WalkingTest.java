package org.trackno.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LimitedWorld;
import org.trackno.testkit.LogLines;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Walking through consecutive numbers: one caller is stopped, many at once are noticed. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(LimitedWorld.class)
class WalkingTest {
    private static final MadeUpNumbers CARRIER = MadeUpNumbers.ROYAL_MAIL;
    private static final int NUMBERS = 1_000;
    private static final int A_MINUTE = 250; // fewer than the requests that a caller has
    private static final long FIRST_SERIAL = 51_000_000;
    private static final int ADDRESSES = 50;
    private static final int STEPS = 12;
    private static final Pattern WALKING = Pattern.compile("(?m)^trackno_callers_walking (\\S+)");

    private final LogLines log = new LogLines();

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @BeforeEach
    void beAlone() {
        clock.advance(WalkingAlarm.LATELY); // what other tests did is long ago
        log.listen();
    }

    @AfterEach
    void restore() {
        log.close();
        wire.restore();
    }

    @Test
    void of_a_thousand_parcels_in_a_row_thirty_are_shown_a_minute() {
        for (int from = 0; from < NUMBERS; from += A_MINUTE) {
            IntStream.range(from, from + LimitedWorld.NEIGHBOURS).forEach(this::know);
            List<Reply> minute = IntStream.range(from, from + A_MINUTE)
                    .mapToObj(i -> ask("192.0.2.10", i))
                    .toList();

            List<Reply> shown = minute.subList(0, LimitedWorld.NEIGHBOURS);
            List<Reply> refused = minute.subList(LimitedWorld.NEIGHBOURS, A_MINUTE);
            assertThat(shown).extracting(Reply::status).containsOnly(200);
            assertThat(refused).allSatisfy(reply -> reply.problem(429, "too-many-neighbours"));
            assertThat(refused).allSatisfy(reply -> assertThat(Integer.parseInt(reply.header("Retry-After")))
                    .isBetween(1, 60));
            clock.advance(Duration.ofMinutes(1));
        }
        Reply elsewhere = trackno.get("/v1/track/555000111?carrier=royal-mail", "X-Forwarded-For", "192.0.2.10");
        Reply somebodyElse = ask("192.0.2.11", 0);

        assertThat(elsewhere.status()).isNotEqualTo(429);
        assertThat(somebodyElse.status()).isEqualTo(200);
    }

    @Test
    void fifty_addresses_that_walk_too_slowly_to_be_stopped_raise_an_alarm_within_five_minutes() {
        int quiet = walking();
        List<Integer> statuses = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (int address = 0; address < ADDRESSES; address++) {
                statuses.add(ask("198.18.0." + address, 1_000 + step * ADDRESSES + address)
                        .status());
            }
            clock.advance(WalkingAlarm.LATELY.dividedBy(STEPS + 1));
        }

        assertThat(statuses).doesNotContain(429);
        assertThat(quiet).isZero();
        assertThat(walking()).isEqualTo(ADDRESSES);
        assertThat(log.text())
                .containsOnlyOnce("callers walked through numbers")
                .doesNotContain("198.18.0.");
        clock.advance(WalkingAlarm.LATELY);
        assertThat(walking()).isZero();
    }

    @Test
    void many_who_look_at_a_few_parcels_each_raise_none() {
        for (int address = 0; address < ADDRESSES; address++) {
            for (int parcel = 0; parcel < 3; parcel++) {
                ask("198.18.1." + address, 2_000 + address * 3 + parcel);
            }
        }

        assertThat(walking()).isZero();
        assertThat(log.text()).doesNotContain("walked through numbers");
    }

    @Test
    void what_somebody_else_is_shown_is_refused_to_who_walks_and_what_it_was_shown_is_shown_again() {
        int from = 4_000;
        IntStream.rangeClosed(from, from + LimitedWorld.NEIGHBOURS).forEach(this::know);
        IntStream.range(from, from + LimitedWorld.NEIGHBOURS).forEach(step -> ask("192.0.2.12", step));

        Reply shownToAnother = ask("192.0.2.13", from + LimitedWorld.NEIGHBOURS);
        Reply refused = ask("192.0.2.12", from + LimitedWorld.NEIGHBOURS);
        Reply shownAgain = ask("192.0.2.12", from);

        assertThat(shownToAnother.status()).isEqualTo(200);
        refused.problem(429, "too-many-neighbours");
        assertThat(shownAgain.status()).isEqualTo(200);
    }

    @Test
    void who_was_shown_a_parcel_long_ago_needs_a_place_for_it_again() {
        int from = 5_000;
        IntStream.rangeClosed(from, from + LimitedWorld.NEIGHBOURS).forEach(this::know);
        Reply first = ask("192.0.2.14", from);
        clock.advance(Duration.ofMinutes(1));
        IntStream.rangeClosed(from + 1, from + LimitedWorld.NEIGHBOURS).forEach(step -> ask("192.0.2.14", step));

        Reply again = ask("192.0.2.14", from);

        assertThat(first.status()).isEqualTo(200);
        again.problem(429, "too-many-neighbours");
    }

    private int walking() {
        Matcher figure = WALKING.matcher(trackno.get("/metrics").body());
        assertThat(figure.find()).isTrue();
        return (int) Double.parseDouble(figure.group(1));
    }

    private void know(int step) {
        String number = number(step);
        wire.answer(
                CARRIER.carrier(),
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response());
    }

    private Reply ask(String caller, int step) {
        return trackno.get("/v1/track/" + number(step) + "?carrier=" + CARRIER.carrier(), "X-Forwarded-For", caller);
    }

    private static String number(int step) {
        return CARRIER.number(FIRST_SERIAL + step);
    }
}
