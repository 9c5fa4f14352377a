package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.Catalogue;
import org.trackno.model.TrackingNumber;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What another process on the same database does is respected, and shown. That process is played with SQL. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class OtherProcessTest {
    private static final String CARRIER = "royal-mail";
    private static final int PATIENCE = 10_000;

    private final UUID other = UUID.randomUUID();

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @Inject
    Catalogue catalogue;

    @Inject
    FindingCache cache;

    @Inject
    Refresh refresh;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void what_another_process_stores_is_shown_without_asking_the_carrier() throws SQLException {
        String number = moving("881011001");
        trackno.track(CARRIER, number).snapshot();

        tables.change(
                "update parcel set failure = 'UNAVAILABLE', version = version + 1 where tracking_number = ?", number);
        tables.change("select pg_notify('trackno_parcel', ? || ' royal-mail ' || ?)", other.toString(), number);

        Reply reply = trackno.track(CARRIER, number);
        for (int i = 0; i < PATIENCE && reason(reply).isEmpty(); i++) {
            reply = trackno.track(CARRIER, number);
        }
        assertThat(reason(reply)).isEqualTo("UNAVAILABLE");
        assertThat(wire.calls(number)).hasSize(1);
    }

    @Test
    void while_another_process_asks_the_carrier_this_one_waits_for_what_it_learns() throws SQLException {
        String number = moving("881011002");
        lease(number, "clock_timestamp() + interval '30 s'", null);

        CompletableFuture<Reply> waiting = trackno.trackAsync(CARRIER, number);
        awaitClaim(number);
        tables.change(
                "update fetch_lease set leased_until = '-infinity', outcome = 'NOT_FOUND', detail = '',"
                        + " remembered_until = now() + interval '10 days' where tracking_number = ?",
                number);
        tables.change("select pg_notify('trackno_parcel', ? || ' royal-mail ' || ?)", other.toString(), number);

        waiting.join().problem(404, "parcel-not-found");
        assertThat(wire.calls(number)).isEmpty();
    }

    @Test
    void that_nothing_is_stored_is_remembered_until_another_process_stores_something() throws SQLException {
        String number = "881011007";
        wire.answer(
                CARRIER,
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(1_500));

        CompletableFuture<Reply> waiting = trackno.trackAsync(CARRIER, number);
        wire.awaitCalls(number, 1);
        assertThat(cache.find(key(number))).containsInstanceOf(Finding.Unseen.class);

        tables.change("select pg_notify('trackno_parcel', ? || ' royal-mail ' || ?)", other.toString(), number);
        while (!waiting.isDone() && cache.find(key(number)).isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(waiting).isNotDone();
        waiting.join().snapshot();
    }

    @Test
    void what_a_carrier_does_not_know_is_more_than_that_nothing_is_stored() {
        String number = "881011008";
        trackno.track(CARRIER, number).problem(404, "parcel-not-found");

        refresh.recall(key(number)).await().atMost(Duration.ofSeconds(10));

        assertThat(cache.find(key(number))).containsInstanceOf(Finding.Missing.class);
    }

    private ParcelKey key(String number) {
        return new ParcelKey(catalogue.find(CARRIER).orElseThrow().carrier(), new TrackingNumber(number));
    }

    @Test
    void a_lease_of_a_process_that_died_runs_out() throws SQLException {
        String number = moving("881011003");
        lease(number, "clock_timestamp() + interval '0.2 s'", null);

        trackno.track(CARRIER, number).snapshot();

        assertThat(wire.calls(number)).hasSize(1);
    }

    @Test
    void what_a_carrier_does_not_know_is_remembered_across_processes() throws SQLException {
        String number = moving("881011004");
        lease(number, "'-infinity'", "NOT_FOUND");

        trackno.track(CARRIER, number).problem(404, "parcel-not-found");

        assertThat(wire.calls(number)).isEmpty();
    }

    @Test
    void a_change_made_from_an_old_version_is_made_anew() throws SQLException {
        String number = moving("881011005");
        trackno.track(CARRIER, number).snapshot();
        int events = tables.events(number).size();

        clock.advance(Duration.ofHours(25));
        wire.answer(
                CARRIER,
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response().withFixedDelay(1_000));
        CompletableFuture<Reply> refreshed = trackno.trackAsync(CARRIER, number);
        wire.awaitCalls(number, 2); // the parcel was read by then, and is not yet written
        tables.change("update parcel set version = version + 1 where tracking_number = ?", number);

        refreshed.join().snapshot();
        assertThat(tables.events(number)).hasSizeGreaterThanOrEqualTo(events);
        assertThat((Long) tables.parcels(number).get(0).get("version")).isEqualTo(3);
    }

    private void lease(String number, String until, String outcome) throws SQLException {
        tables.change(
                "insert into fetch_lease (carrier, tracking_number, holder, leased_until, outcome, detail,"
                        + " remembered_until) values ('royal-mail', ?, ?::uuid, " + until + ", ?, '',"
                        + " case when ? is null then null else now() + interval '10 days' end)",
                number,
                other.toString(),
                outcome,
                outcome);
    }

    /** A claim that is refused leaves no trace: give it time to be made by asking for something else meanwhile. */
    private void awaitClaim(String number) {
        String bystander = moving(number.substring(0, number.length() - 1) + "9");
        trackno.track(CARRIER, bystander).snapshot();
    }

    private String moving(String number) {
        wire.answer(
                CARRIER, number, RoyalMailAnswer.moving(number, clock.instant()).response());
        return number;
    }

    private static String reason(Reply reply) {
        return reply.snapshot().at("/freshness/reason").asText("").replace("null", "");
    }
}
