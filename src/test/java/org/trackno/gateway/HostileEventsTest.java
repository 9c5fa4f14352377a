package org.trackno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** An event that cannot be is set aside, or made harmless; the others are seen, and nothing breaks. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class HostileEventsTest {
    private static final String CARRIER = "royal-mail";
    private static final String SET_ASIDE = "trackno_events_set_aside_total{carrier=\"" + CARRIER + "\"}";
    private static final String GOOD = event("EVDAV", "2026-03-01T09:00:00+00:00", "Truro DO");

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "year one, 0001-01-01T00:00:00+00:00, 1",
        "year 9999, 9999-12-31T23:59:59+00:00, 2",
        "no date, yesterday, 3",
        "31st of February, 2026-02-31T10:00:00+00:00, 4"
    })
    void an_event_at_an_impossible_time_is_set_aside(String name, String time, int serial) {
        String number = "HOSTILETIME" + serial;
        answer(number, GOOD + "," + event("EVIAV", time, "Nowhere"));
        double before = trackno.figure(SET_ASIDE);

        JsonNode snapshot = trackno.track(CARRIER, number).snapshot();

        assertThat(snapshot.path("events")).hasSize(1);
        assertThat(snapshot.at("/events/0/code").asText()).isEqualTo("EVDAV");
        assertThat(tables.answers(number)).as("the raw answer is kept").hasSize(1);
        assertThat(trackno.figure(SET_ASIDE)).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NUL, \\u0000, 1",
        "a lone high surrogate, \\ud83d, 2",
        "a lone low surrogate, \\udce6, 3",
        "ESC, \\u001b[31m, 4"
    })
    void characters_that_cannot_be_stored_are_taken_out(String name, String character, int serial) {
        String number = "HOSTILETEXT" + serial;
        answer(number, GOOD + "," + event("EVIAV", "2026-03-01T12:00:00+00:00", "Bris" + character + "tol MC"));

        Reply reply = trackno.track(CARRIER, number);

        assertThat(reply.snapshot().path("events")).hasSize(2);
        assertThat(tables.events(number)).hasSize(2);
        assertThat(reply.body()).contains("EVIAV").doesNotContain("\u0000", "\\u0000", "\\u001b", "\\ud83d", "\\udce6");
    }

    @Test
    void a_key_that_comes_twice_does_no_harm() {
        String number = "HOSTILEKEYS1";
        String twice = GOOD.replaceFirst("\\{", "{\"eventCode\": \"EVIAV\", \"eventDateTime\": \"never\", ");
        answer(number, GOOD + "," + twice);

        assertThat(trackno.track(CARRIER, number).snapshot().path("events")).isNotEmpty();
    }

    @Test
    void ten_thousand_events_are_stored() {
        String number = "HOSTILEMANY1";
        answer(
                number,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> event(
                                "EVIAV",
                                "2026-03-01T%02d:%02d:%02d+00:00".formatted(i / 3600, i / 60 % 60, i % 60),
                                "Bristol MC"))
                        .collect(Collectors.joining(",")));

        Reply reply = trackno.track(CARRIER, number);
        for (int i = 0; i < 20 && reply.status() == 503; i++) {
            reply = trackno.track(CARRIER, number); // a busy machine may need longer than a person waits
        }

        assertThat(reply.snapshot().path("stage").asText()).isEqualTo("IN_TRANSIT");
        assertThat(tables.events(number)).hasSize(10_000);
    }

    private void answer(String number, String events) {
        wire.answer(
                CARRIER,
                number,
                okJson(
                        "{\"mailPieces\": {\"mailPieceId\": \"%s\", \"summary\": {\"oneDBarcode\": \"%s\"}, \"events\": [%s]}}"
                                .formatted(number, number, events)));
    }

    private static String event(String code, String time, String office) {
        return "{\"eventCode\": \"%s\", \"eventName\": \"told\", \"eventDateTime\": \"%s\", \"locationName\": \"%s\"}"
                .formatted(code, time, office);
    }
}
