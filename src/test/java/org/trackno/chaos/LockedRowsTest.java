package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.chaos.ChaosWorld.Surroundings;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;

/** What somebody else has locked in the database holds nobody up, and nothing is half done because of it. */
@QuarkusTest
@TestProfile(ChaosWorld.class)
@Tag("chaos")
class LockedRowsTest {
    private static final MadeUpNumbers CARRIER = MadeUpNumbers.ROYAL_MAIL;
    private static final MadeUpNumbers WITH_QUOTA = MadeUpNumbers.USPS;
    private static final int EVENTS = 10;
    private static final AtomicLong SERIAL = new AtomicLong(37_000_000);
    /** Three seconds are promised; the rest is for this process, which plays all parts at once. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(3_500);

    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(5);
    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(5);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);

    Surroundings around;

    @Inject
    TracknoClient trackno;

    @Inject
    TestClock clock;

    @Inject
    Pool pool;

    @Test
    void a_parcel_whose_row_is_locked_is_shown_as_it_was() throws SQLException {
        String number = awaitFound(CARRIER);
        clock.advance(Duration.ofHours(25)); // too old to be shown without asking
        try (Connection other = locking("select * from parcel where tracking_number = '" + number + "' for update")) {
            long begun = System.nanoTime();

            Reply reply = trackno.track(CARRIER.carrier(), number);

            assertThat(reply.snapshot().at("/freshness/state").asText()).isEqualTo("STALE");
            assertThat(Patience.since(begun)).isLessThan(ANSWERED_WITHIN);
            awaitNobodyWaiting();
            other.rollback();
        }
        clock.advance(Duration.ofMinutes(1));
        Patience.await("fresh", RECOVERED_WITHIN, () -> trackno.track(CARRIER.carrier(), number)
                .snapshot()
                .at("/freshness/state")
                .asText()
                .equals("FRESH"));
    }

    @Test
    void a_parcel_whose_row_another_is_inserting_is_refused_and_not_half_stored() throws SQLException {
        awaitFound(CARRIER);
        String number = newNumber(CARRIER);
        try (Connection other = locking(
                "insert into parcel (carrier, tracking_number, state, tried_at, created_at) values ('%s', '%s', '', now(), now()) returning id"
                        .formatted(CARRIER.carrier(), number))) {
            assertThatIsRefusedForNow(CARRIER, number);
            awaitNobodyWaiting();
            other.rollback();
        }
        assertThatNothingIsStored(number);

        clock.advance(Duration.ofMinutes(1)); // failures are remembered for some seconds
        awaitFound(CARRIER, number);
        assertThat(around.database().countEvents(number)).isEqualTo(EVENTS);
    }

    @Test
    void a_carrier_whose_count_of_calls_is_locked_is_not_called() throws SQLException {
        awaitFound(WITH_QUOTA);
        String number = newNumber(WITH_QUOTA);
        long calls = around.carriers().calls(WITH_QUOTA.carrier());
        try (Connection other =
                locking("select * from carrier_quota where carrier = '" + WITH_QUOTA.carrier() + "' for update")) {
            assertThatIsRefusedForNow(WITH_QUOTA, number);
            awaitNobodyWaiting();
            other.rollback();
        }
        assertThat(around.carriers().calls(WITH_QUOTA.carrier())).isEqualTo(calls);
        assertThatNothingIsStored(number);

        clock.advance(Duration.ofMinutes(1));
        awaitFound(WITH_QUOTA, number);
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout,5s", "lock_timeout,2s", "idle_in_transaction_session_timeout,10s"})
    void sessions_of_the_application_give_up_by_themselves(String setting, String after) {
        String set = pool.query("select current_setting('" + setting + "')")
                .execute()
                .await()
                .atMost(RECOVERED_WITHIN)
                .iterator()
                .next()
                .getString(0);

        assertThat(set).isEqualTo(after);
    }

    /** Another's open transaction, which has locked the one row that this query gives. */
    private Connection locking(String query) throws SQLException {
        Connection other = around.database().connect();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            assertThat(statement.executeQuery(query).next()).isTrue();
        }
        return other;
    }

    private void assertThatIsRefusedForNow(MadeUpNumbers carrier, String number) {
        long begun = System.nanoTime();

        Reply reply = trackno.track(carrier.carrier(), number);

        assertThat(Patience.since(begun)).isLessThan(REFUSED_WITHIN);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Retry-After")).isNotBlank();
    }

    private void assertThatNothingIsStored(String number) {
        String ofNumber = " where tracking_number = '" + number + "'";
        assertThat(around.database().count("parcel" + ofNumber)).isZero();
        assertThat(around.database().count("carrier_call" + ofNumber)).isZero();
        assertThat(around.database().count("tracking_event where parcel_id not in (select id from parcel)"))
                .isZero();
        assertThat(around.database()
                        .count("carrier_answer where id not in (select answer_id from carrier_answer_parcel)"))
                .isZero();
    }

    private void awaitNobodyWaiting() {
        Patience.await(
                "nobody waits",
                GIVEN_UP_WITHIN,
                () -> around.database()
                                .count(
                                        "pg_stat_activity where application_name = 'trackno' and wait_event_type = 'Lock'")
                        == 0);
    }

    /** A new number that is found. */
    private String awaitFound(MadeUpNumbers carrier) {
        String number = newNumber(carrier);
        awaitFound(carrier, number);
        return number;
    }

    private void awaitFound(MadeUpNumbers carrier, String number) {
        Patience.await(
                "found",
                RECOVERED_WITHIN,
                () -> trackno.track(carrier.carrier(), number).status() == 200);
    }

    private static String newNumber(MadeUpNumbers carrier) {
        return carrier.number(SERIAL.incrementAndGet());
    }
}
