package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RequestFigures;
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

    /** Whether the end comes with the request or after it is up to the machine. */
    @RepeatedTest(20)
    void who_sends_nothing_more_is_answered() {
        String path = "/v1/track/" + SandboxNumbers.of("royal-mail", "moving");
        trackno.get(path);

        assertThat(TracknoClient.rawAndNothingMore(path)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @EnumSource
    void who_can_unpack_gets_it_packed_once(HttpClient.Version version) throws IOException {
        String path = "/v1/track/" + SandboxNumbers.of("royal-mail", "moving");
        Reply plain = trackno.get(path);

        assertPackedOnce(version, path, plain);
        assertPackedOnce(version, path + "?destination=GB", plain);
        assertPackedOnce(version, "/trackno.js", trackno.get("/trackno.js"));
    }

    private void assertPackedOnce(HttpClient.Version version, String path, Reply plain) throws IOException {
        HttpResponse<InputStream> packed = HttpClient.newBuilder()
                .version(version)
                .build()
                .sendAsync(trackno.request(path, "Accept-Encoding", "gzip").build(), BodyHandlers.ofInputStream())
                .join();

        assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(packed.version()).isEqualTo(version);
        assertThat(new String(new GZIPInputStream(packed.body()).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(plain.body());
    }

    @Test
    void what_is_written_otherwise_is_warm_too() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        Reply cold = trackno.get("/v1/track/" + number);

        Reply lowerCase = trackno.get("/v1/track/" + number.toLowerCase(java.util.Locale.ROOT));

        assertThat(lowerCase.body()).isEqualTo(cold.body());
    }

    @Test
    void warm_reads_are_counted_in_the_figure_of_all_requests() {
        String path = "/v1/track/" + SandboxNumbers.of("royal-mail", "moving");
        String tag = trackno.get(path).header("ETag");
        RequestFigures before = RequestFigures.of(trackno);

        trackno.get(path);
        trackno.get(path + "?destination=GB");
        trackno.get(path, "If-None-Match", tag);

        assertThat(RequestFigures.of(trackno))
                .isEqualTo(new RequestFigures(before.found() + 2, before.unchanged() + 1));
        assertThat(trackno.get("/metrics").body()).doesNotContain("counted");
    }
}
