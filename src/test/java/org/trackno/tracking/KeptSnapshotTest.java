package org.trackno.tracking;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.Catalogue;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What is kept with a parcel is what is sent when memory has lost it, as long as this build would make the same. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class KeptSnapshotTest {
    private static final String CARRIER = "royal-mail";
    private static final String ALTER =
            "update parcel set snapshot = convert_to(replace(convert_from(snapshot, 'UTF8'), '\"events\":[', '\"altered\":0,"
                    + "\"events\":['), 'UTF8') where tracking_number = ?";
    private static final Duration MOVING_PARCELS_ARE_FRESH = Duration.ofMinutes(30);

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @Inject
    FindingCache cache;

    @Inject
    Catalogue catalogue;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void what_is_kept_says_the_same_as_what_is_made_anew() throws SQLException {
        Map<String, Reply> kept = catalogue.list().stream()
                .map(folder -> folder.carrier().id())
                .flatMap(carrier -> SandboxNumbers.of(carrier).values().stream()
                        .map(number -> "/v1/track/" + number + "?carrier=" + carrier))
                .collect(toMap(path -> path, trackno::get));

        tables.change("update parcel set snapshot_by = 'another'");
        cache.forgetAll();
        Map<String, Reply> made = kept.entrySet().stream()
                .filter(reply -> reply.getValue().status() == 200)
                .collect(toMap(Map.Entry::getKey, reply -> trackno.get(reply.getKey())));
        made.entrySet().removeIf(reply -> !isOfTheSameCheck(reply.getValue(), kept.get(reply.getKey())));

        assertThat(made).hasSizeGreaterThan(15).allSatisfy((path, reply) -> {
            assertThat(kept.get(path).body()).isEqualTo(reply.body());
            assertThat(kept.get(path).header("ETag")).isEqualTo(reply.header("ETag"));
        });
    }

    @Test
    void a_read_from_the_store_sends_what_is_kept() throws SQLException {
        String number = moving("881012001");
        Reply made = trackno.track(CARRIER, number);

        tables.change(ALTER, number);
        cache.forgetAll();

        assertThat(trackno.track(CARRIER, number).body())
                .isNotEqualTo(made.body())
                .contains("altered");
    }

    @Test
    void what_is_kept_tells_how_recent_the_parcel_is_when_it_is_sent() throws SQLException {
        String number = moving("881012002");
        trackno.track(CARRIER, number);
        tables.change(ALTER, number);
        tables.change(
                "update parcel set failure = 'UNAVAILABLE', retry_at = now() + interval '10 years' where tracking_number = ?",
                number);

        clock.advance(MOVING_PARCELS_ARE_FRESH.plusSeconds(1));
        cache.forgetAll();
        Reply stale = trackno.track(CARRIER, number);

        assertThat(stale.body()).contains("altered");
        assertThat(stale.json().path("freshness").path("state").asText()).isEqualTo("STALE");
        assertThat(stale.json().path("freshness").path("reason").asText()).isEqualTo("UNAVAILABLE");
        assertThat(stale.json().path("links").path("self").asText()).contains(number);
    }

    @Test
    void what_another_build_has_kept_is_made_anew_and_replaced_at_the_next_check() throws SQLException {
        String number = moving("881012003");
        Reply made = trackno.track(CARRIER, number);
        Object own = parcel(number).get("snapshot_by");

        tables.change(ALTER, number);
        tables.change("update parcel set snapshot_by = 'another' where tracking_number = ?", number);
        cache.forgetAll();

        assertThat(trackno.track(CARRIER, number).body()).isEqualTo(made.body());

        clock.advance(Duration.ofHours(25)); // and the carrier says the same as before
        Reply checked = trackno.track(CARRIER, number);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(parcel(number)).containsEntry("snapshot_by", own);
        cache.forgetAll();
        assertThat(trackno.track(CARRIER, number).body()).isEqualTo(checked.body());
    }

    @Test
    void what_somebody_writes_without_a_snapshot_outdates_the_one_that_is_there() throws SQLException {
        String number = moving("881012004");
        Reply made = trackno.track(CARRIER, number);

        tables.change(ALTER, number);
        tables.change("update parcel set version = version + 1 where tracking_number = ?", number);
        cache.forgetAll();

        assertThat(trackno.track(CARRIER, number).body()).isEqualTo(made.body());
    }

    @Test
    void what_the_entitled_are_shown_is_never_kept() {
        String number = SandboxNumbers.of(CARRIER, "delivered");
        trackno.get("/v1/track/" + number);

        byte[] snapshot = HexFormat.of().parseHex(parcel(number).get("snapshot").toString());
        assertThat(new String(snapshot, StandardCharsets.UTF_8))
                .contains("\"description\":null")
                .doesNotContainPattern("\"description\":\"")
                .doesNotContainPattern("\"signedBy\":\"")
                .doesNotContainPattern("\"postalCode\":\"");
    }

    private Map<String, Object> parcel(String number) {
        return tables.parcels(number).get(0);
    }

    private String moving(String number) {
        wire.answer(
                CARRIER, number, RoyalMailAnswer.moving(number, clock.instant()).response());
        return number;
    }

    /** Carriers of the sandbox fail now and then; where one did, it may have been asked again in between. */
    private static boolean isOfTheSameCheck(Reply one, Reply other) {
        return one.status() == other.status()
                && freshness(one, "reason").isNull()
                && freshness(other, "reason").isNull()
                && Stream.of("checkedAt", "state")
                        .allMatch(field -> freshness(one, field).equals(freshness(other, field)));
    }

    private static JsonNode freshness(Reply reply, String field) {
        return reply.json().path("freshness").path(field);
    }
}
