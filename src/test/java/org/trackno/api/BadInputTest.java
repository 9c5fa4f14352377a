package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Whatever is wrong with a request, the answer is a problem document that says what would be right. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class BadInputTest {
    private static final String SOME_NUMBER = "RB417526304GB";

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello", // a word
                "---", // nothing but what is dropped
                "%20", // blank
                "%F0%9F%93%A6%F0%9F%93%A6%F0%9F%93%A6%F0%9F%93%A6", // four parcels, as emoji
                "PB435596261GB%00", // U+0000, which PostgreSQL refuses
                "%00%00%00%00%00%00%00%00",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "PB435596261GB%2F..%2F..%2Fetc", // encoded slashes
                "';drop%20table%20parcel;--"
            })
    void odd_characters_are_no_tracking_number(String path) {
        trackno.get("/v1/track/" + path).problem(400, "not-a-tracking-number");
        trackno.get("/v1/detect/" + path).problem(400, "not-a-tracking-number");
        trackno.get("/v1/track/" + path + "/diagnosis").problem(400, "not-a-tracking-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a{b}", "a\"b", "a\\b", "a^b", "a'b<script>"})
    void characters_that_no_address_may_have_are_no_tracking_number(String path) {
        String answer = TracknoClient.raw("/v1/track/" + path);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/not-a-tracking-number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/track/%zz",
                "/v1/track/RB417526304GB%2",
                "/v1/track/RB417526304GB?carrier=%zz",
                "/v1/detect/%",
                "/track/%g0",
                "/%%",
                "/track/RB417526304GB?lang=%",
                "/embed/%zz",
                "/embed/RB417526304GB?storefront=%"
            })
    void an_address_that_cannot_be_decoded_gets_a_problem(String path) {
        String answer = TracknoClient.raw(path);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("/problems/invalid-request")
                .contains("%25");
        assertThat(trackno.get("/metrics").body()).doesNotContain("uri=\"" + path.replaceFirst("\\?.*", ""));
    }

    @Test
    void a_look_up_that_no_route_has_is_counted_without_its_number() {
        String answer = TracknoClient.raw("//v1/track/RB417526318GB/nothing/here");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
        assertThat(trackno.get("/metrics").body()).doesNotContain("RB417526318GB");
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 200, 5_000})
    void what_is_too_long_is_no_tracking_number(int length) {
        Reply reply = trackno.get("/v1/track/" + "1Z".repeat(length));

        JsonNode problem = reply.problem(400, "not-a-tracking-number");
        assertThat(problem.toString()).hasSizeLessThan(600);
    }

    @Test
    void a_number_nobody_has_tells_what_it_nearly_is() {
        JsonNode problem = trackno.get("/v1/track/PB435596262GB").problem(404, "unrecognised-number");

        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.at("/nearMisses/0/correctedNumber").asText()).isEqualTo("PB435596261GB");
    }

    @Test
    void a_carrier_there_is_not_is_named() {
        JsonNode asked = trackno.track("pigeon-post", SOME_NUMBER).problem(400, "unknown-carrier");
        JsonNode shown = trackno.get("/v1/carriers/pigeon-post").problem(404, "unknown-carrier");

        assertThat(asked.path("detail").asText()).contains("pigeon-post");
        assertThat(shown.path("detail").asText()).contains("pigeon-post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fetc%2Fpasswd", "%00", "%F0%9F%93%A6", "ROYAL-MAIL", "_template"})
    void an_odd_carrier_id_is_no_carrier(String id) {
        trackno.get("/v1/carriers/" + id).problem(404, "unknown-carrier");
        trackno.get("/v1/track/" + SOME_NUMBER + "?carrier=" + id).problem(400, "unknown-carrier");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"numbers": []}                             | missing or empty
                    {}                                          | missing or empty
                    {"numbers": null}                           | missing or empty
                    {"numbers": [null]}                         | null
                    {"numbers": "PB435596261GB"}                | wrong form
                    {"numbers": [["PB435596261GB"]]}            | wrong form
                    {"numbers": ["PB435596261GB"]               | no JSON
                    {"numbers": ["PB435596261GB"]} x            | no JSON
                    {"numbers": ["PB435596261GB"]} {}           | wrong form
                    {"numbers": ["PB435596261GB"], "shop": 1}   | 'shop' is no field
                    ["PB435596261GB"]                           | wrong form
                    null                                        | empty
                    ``                                          | The body is empty
                    """)
    void a_body_that_cannot_be_used_is_explained(String body, String why) {
        String sent = body == null ? "" : body;

        assertThat(trackno.post(sent)
                        .problem(400, "invalid-request")
                        .path("detail")
                        .asText())
                .contains(why);
        assertThat(trackno.post(sent, "Accept", "application/x-ndjson")
                        .problem(400, "invalid-request")
                        .path("detail")
                        .asText())
                .contains(why);
    }

    @Test
    void a_hundred_numbers_are_taken_and_one_more_is_not() {
        Reply most = trackno.post(numbers(100));
        Reply oneMore = trackno.post(numbers(101));

        assertThat(most.snapshot().path("outcomes")).hasSize(100);
        assertThat(oneMore.problem(400, "invalid-request").path("detail").asText())
                .contains("101", "100");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"no number " + i + "!\"")
                .collect(Collectors.joining(",", "{\"numbers\":[", "]}"));
    }

    @Test
    void a_body_that_is_too_large_is_not_read() {
        String body = "{\"numbers\":[\"" + "9".repeat(300 * 1024) + "\"]}";

        Reply reply = trackno.post(body);

        reply.problem(413, "too-large");
    }

    @Test
    void a_number_in_a_body_may_be_as_odd_as_it_likes() {
        JsonNode outcomes = trackno.post("{\"numbers\":[\"\\u0000\", \"\\ud83d\\udce6\", \"a/b\", \"\"]}")
                .snapshot()
                .path("outcomes");

        assertThat(outcomes).hasSize(4).allSatisfy(outcome -> {
            assertThat(outcome.path("outcome").asText()).isEqualTo("FAILED");
            assertThat(outcome.at("/problem/type").asText()).isEqualTo("/problems/not-a-tracking-number");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void another_media_type_is_refused(String type) {
        Reply reply = trackno.send(trackno.request("/v1/track", "Content-Type", type)
                .POST(BodyPublishers.ofString("{\"numbers\":[\"" + SOME_NUMBER + "\"]}")));

        reply.problem(415, "unsupported-media-type");
    }

    @Test
    void a_representation_we_do_not_have_is_refused() {
        trackno.get("/v1/carriers", "Accept", "text/csv").problem(406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/track/RB417526304GB",
        "PUT, /v1/track",
        "GET, /v1/track",
        "POST, /v1/carriers",
        "PATCH, /v1/detect/RB417526304GB"
    })
    void another_method_is_refused(String method, String path) {
        Reply reply = trackno.send(trackno.request(path).method(method, BodyPublishers.noBody()));

        reply.problem(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/parcels", "/v1/track/RB417526304GB/history", "/v2/track/RB417526304GB", "/nothing"})
    void an_address_with_nothing_behind_it_says_so(String path) {
        trackno.get(path).problem(404, "no-such-resource");
    }

    @Test
    void no_carrier_hears_of_bad_input() {
        trackno.get("/v1/track/PB435596262GB");

        assertThat(wire.calls("PB435596262GB")).isEmpty();
    }
}
