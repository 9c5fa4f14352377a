package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.AnotherWorld;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What a carrier once told is kept, once, whatever it tells later. Each answer here comes a day after the one before. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(AnotherWorld.class)
class HistoryTest {
    private static final String CARRIER = "royal-mail";

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    private Instant start;

    @BeforeEach
    void begin() {
        start = clock.instant().minus(Duration.ofHours(30));
    }

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void the_same_answer_again_adds_nothing() {
        String number = "440011001";
        RoyalMailAnswer answer = events(number, "EVDAV", "EVIAV", "EVODO");

        JsonNode first = tell(number, answer);
        List<Map<String, Object>> rows = tables.events(number);
        JsonNode again = tell(number, answer);

        assertThat(again.path("events")).isEqualTo(first.path("events"));
        assertThat(rows).hasSize(3);
        assertThat(tables.events(number)).isEqualTo(rows);
        assertThat(tables.answers(number)).hasSize(1);
        assertThat(tables.ledger(number)).hasSize(2);
    }

    @Test
    void the_order_of_an_answer_does_not_matter() {
        String number = "440011002";

        JsonNode first = tell(number, events(number, "EVDAV", "EVIAV", "EVODO"));
        List<Map<String, Object>> rows = tables.events(number);
        JsonNode shuffled = tell(
                number,
                RoyalMailAnswer.about(number)
                        .event("EVODO", at(2), "Office 2")
                        .event("EVDAV", at(0), "Office 0")
                        .event("EVIAV", at(1), "Office 1")
                        .event("EVDAV", at(0), "Office 0"));

        assertThat(shuffled.path("events")).isEqualTo(first.path("events"));
        assertThat(tables.events(number)).isEqualTo(rows);
        assertThat(tables.answers(number)).hasSize(2);
    }

    @Test
    void an_answer_that_is_cut_off_loses_nothing() {
        String number = "440011003";

        JsonNode first = tell(number, events(number, "EVDAV", "EVIAV", "EVODO"));
        JsonNode newestOnly = tell(number, RoyalMailAnswer.about(number).event("EVODO", at(2), "Office 2"));

        assertThat(newestOnly.path("events")).isEqualTo(first.path("events"));
        assertThat(newestOnly.path("events"))
                .noneMatch(event -> event.path("withdrawn").asBoolean());
    }

    @Test
    void a_scan_told_late_takes_its_place_and_moves_nothing() {
        String number = "440011004";
        RoyalMailAnswer known =
                RoyalMailAnswer.about(number).event("EVDAV", at(0), "Office 0").event("EVGPD", at(2), "Office 2");

        tell(number, known);
        JsonNode later = tell(number, known.event("EVIAV", at(1), "Office 1"));

        assertThat(later.path("stage").asText()).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(later.path("events"))
                .extracting(event -> event.path("code").asText())
                .containsExactly("EVGPD", "EVIAV", "EVDAV");
        assertThat(tables.events(number)).hasSize(3);
    }

    @Test
    void what_a_carrier_takes_back_is_marked_and_reinstated_when_told_again() {
        String number = "440011005";
        RoyalMailAnswer whole = events(number, "EVDAV", "EVIAV", "EVODO");
        RoyalMailAnswer without =
                RoyalMailAnswer.about(number).event("EVDAV", at(0), "Office 0").event("EVODO", at(2), "Office 2");

        tell(number, whole);
        JsonNode taken = tell(number, without);
        List<Map<String, Object>> marked = tables.events(number);
        JsonNode told = tell(number, whole);

        assertThat(taken.path("events"))
                .extracting(event -> event.path("withdrawn").asBoolean())
                .containsExactly(false, true, false);
        assertThat(marked)
                .hasSize(3)
                .filteredOn(row -> row.get("withdrawn_at") != null)
                .extracting(row -> row.get("code"))
                .containsExactly("EVIAV");
        assertThat(told.path("events"))
                .extracting(event -> event.path("withdrawn").asBoolean())
                .containsExactly(false, false, false);
        assertThat(tables.events(number)).hasSize(3).allMatch(row -> row.get("withdrawn_at") == null);
    }

    @Test
    void a_carrier_that_forgets_a_parcel_does_not_make_us_forget() {
        String number = "440011006";
        JsonNode first = tell(number, events(number, "EVDAV", "EVIAV", "EVODO"));
        wire.restore();
        clock.advance(Duration.ofHours(25));

        JsonNode after = trackno.track(CARRIER, number).snapshot();

        assertThat(after.path("events")).isEqualTo(first.path("events"));
        assertThat(tables.events(number)).hasSize(3);
        assertThat(tables.ledger(number)).last().satisfies(call -> assertThat(call)
                .containsEntry("outcome", "NOT_FOUND"));
    }

    private Instant at(int step) {
        return start.plus(Duration.ofHours(step));
    }

    private RoyalMailAnswer events(String number, String... codes) {
        RoyalMailAnswer answer = RoyalMailAnswer.about(number);
        for (int i = 0; i < codes.length; i++) {
            answer = answer.event(codes[i], at(i), "Office " + i);
        }
        return answer;
    }

    private JsonNode tell(String number, RoyalMailAnswer answer) {
        wire.restore();
        wire.answer(CARRIER, number, answer.response());
        clock.advance(Duration.ofHours(25));
        return trackno.track(CARRIER, number).snapshot();
    }
}
