package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** A read that is answered before the REST layer says the same as one that is answered by it. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class WarmReadsTest {
    private static final List<String> HEADERS = List.of("ETag", "Cache-Control", "Content-Type", "Vary");

    @Inject
    TracknoClient trackno;

    @Test
    void a_warm_read_says_the_same_as_the_resource() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        Reply cold = trackno.get("/v1/track/" + number);

        Reply warm = trackno.get("/v1/track/" + number);
        Reply byResource = trackno.get("/v1/track/" + number + "?destination=GB");

        assertThat(cold.status()).isEqualTo(200);
        assertThat(warm.body()).isEqualTo(byResource.body()).isEqualTo(cold.body());
        assertThat(HEADERS).allSatisfy(header -> assertThat(warm.header(header)).isEqualTo(byResource.header(header)));
    }

    @Test
    void a_warm_read_of_what_the_reader_has_is_empty() {
        String number = SandboxNumbers.of("royal-mail", "delivered");
        String tag = trackno.get("/v1/track/" + number).header("ETag");

        Reply again = trackno.get("/v1/track/" + number, "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
    }

    @Test
    void requests_that_come_at_once_on_one_connection_are_counted_without_their_numbers() {
        String number = SandboxNumbers.of("royal-mail", "delivered");
        String path = "/v1/track/" + number;
        trackno.get(path);

        String answers = TracknoClient.raw(path, path, path);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
        assertThat(trackno.get("/metrics").body())
                .contains("uri=\"/v1/track/{number}\"")
                .doesNotContain(number);
    }

    @Test
    void what_is_written_otherwise_is_warm_too() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        Reply cold = trackno.get("/v1/track/" + number);

        Reply lowerCase = trackno.get("/v1/track/" + number.toLowerCase(java.util.Locale.ROOT));

        assertThat(lowerCase.body()).isEqualTo(cold.body());
    }
}
