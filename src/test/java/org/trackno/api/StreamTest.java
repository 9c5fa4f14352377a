package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trackno.support.Json;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** A stream tells what is known, then every change. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Timeout(30)
class StreamTest {
    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void the_snapshot_comes_first_and_every_change_after_it() throws Exception {
        String number = "RB417526349GB";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response());

        try (Stream<String> lines = follow("/v1/track/" + number + "/stream?carrier=royal-mail")) {
            Iterator<String> all = lines.iterator();
            assertThat(stage(next(all, "snapshot"))).isEqualTo("IN_TRANSIT");

            wire.restore();
            wire.answer(
                    "royal-mail",
                    number,
                    RoyalMailAnswer.moving(number, clock.instant())
                            .event("EVGPD", clock.instant(), "Carlisle DO")
                            .response());
            clock.advance(Duration.ofHours(1));
            trackno.track("royal-mail", number);

            assertThat(stage(next(all, "snapshot"))).isEqualTo("OUT_FOR_DELIVERY");
        }
    }

    @Test
    void what_is_no_parcel_is_a_problem_in_the_stream() throws Exception {
        try (Stream<String> lines = follow("/v1/track/no/stream")) {
            String problem = next(lines.iterator(), "problem");

            assertThat(Json.MAPPER.readTree(problem).path("type").asText())
                    .isEqualTo("/problems/not-a-tracking-number");
        }
    }

    private Stream<String> follow(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(trackno.request(path, "Accept", "text/event-stream").GET().build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return response.body();
    }

    /** The data of the next event, which has this name. */
    private static String next(Iterator<String> lines, String name) {
        String event = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                assertThat(event).isEqualTo(name);
                return line.substring("data:".length()).strip();
            }
        }
        throw new AssertionError("The stream ended");
    }

    private static String stage(String snapshot) throws JsonProcessingException {
        return Json.MAPPER.readTree(snapshot).path("stage").asText();
    }
}
