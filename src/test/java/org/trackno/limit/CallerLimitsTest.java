package org.trackno.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trackno.testkit.LimitedWorld;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What one caller may ask; each test is another caller. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(LimitedWorld.class)
class CallerLimitsTest {
    private static final String SOMETHING = "/v1/carriers/dhl";

    @Inject
    TracknoClient trackno;

    @Inject
    TestClock clock;

    @Test
    void the_headers_tell_what_is_left_and_when_it_comes_back() {
        Reply first = get("192.0.2.1", SOMETHING);
        Reply second = get("192.0.2.1", SOMETHING);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=300;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"requests\";r=299;t=60");
        assertThat(second.header("RateLimit")).startsWith("\"requests\";r=298;t=");
    }

    @Test
    void who_asks_too_much_is_told_when_to_come_back() {
        askFor("192.0.2.2", LimitedWorld.REQUESTS);

        Reply refused = get("192.0.2.2", SOMETHING);
        Reply other = get("192.0.2.3", SOMETHING);
        long wait = refused.problem(429, "too-many-requests").path("retryAfter").asLong();
        clock.advance(Duration.ofSeconds(wait));

        assertThat(wait).isBetween(1L, 60L);
        assertThat(refused.header("Retry-After")).isEqualTo(String.valueOf(wait));
        assertThat(refused.header("RateLimit")).isEqualTo("\"requests\";r=0;t=" + wait);
        assertThat(other.status()).isEqualTo(200);
        assertThat(get("192.0.2.2", SOMETHING).status()).isEqualTo(200);
    }

    @Test
    void a_post_counts_as_many_as_its_numbers() {
        Reply reply = post("192.0.2.4", numbersApart(40));
        askFor("192.0.2.4", LimitedWorld.REQUESTS - 41);

        Reply refused = post("192.0.2.4", numbersApart(2));

        assertThat(reply.header("RateLimit")).startsWith("\"requests\";r=260;t=");
        refused.problem(429, "too-many-requests");
    }

    @Test
    void probes_and_figures_are_open() {
        askFor("192.0.2.5", LimitedWorld.REQUESTS + 1);

        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/openapi")) {
            Reply reply = get("192.0.2.5", path);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("RateLimit")).isEmpty();
        }
    }

    @Test
    void what_is_embedded_counts_for_the_visitor_and_the_page_around_it_can_read_why() {
        askFor("192.0.2.40", LimitedWorld.REQUESTS);

        Reply refused = trackno.get(
                "/embed/RB417526304GB/parcel",
                "X-Forwarded-For",
                "192.0.2.40",
                "Origin",
                "https://www.hollyhock.example");

        refused.problem(429, "too-many-requests");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://www.hollyhock.example");
        assertThat(get("192.0.2.40", "/trackno.js").status()).isEqualTo(200);
    }

    @Test
    void who_is_exempt_is_not_counted() {
        Reply reply = get(LimitedWorld.EXEMPT, SOMETHING);

        assertThat(reply.header("RateLimit")).isEmpty();
        assertThat(reply.header("RateLimit-Policy")).isEmpty();
    }

    @Test
    void an_ipv6_network_is_one_caller() {
        Reply one = get("2001:db8:1:1::1", SOMETHING);
        Reply neighbour = get("2001:db8:1:1:ffff::2", SOMETHING);
        Reply other = get("2001:db8:1:2::1", SOMETHING);

        assertThat(one.header("RateLimit")).contains("r=299");
        assertThat(neighbour.header("RateLimit")).contains("r=298");
        assertThat(other.header("RateLimit")).contains("r=299");
    }

    @Test
    void what_a_caller_writes_before_the_proxy_is_not_believed() {
        Reply honest = get("192.0.2.6", SOMETHING);
        Reply lying = get(LimitedWorld.EXEMPT + ", 192.0.2.6", SOMETHING);
        Reply throughTwo = get("192.0.2.6, 203.0.113.1", SOMETHING);
        Reply inAnotherHeader =
                trackno.get(SOMETHING, "X-Forwarded-For", "192.0.2.6", "Forwarded", "for=" + LimitedWorld.EXEMPT);

        assertThat(List.of(honest, lying, throughTwo, inAnotherHeader))
                .extracting(reply -> reply.header("RateLimit").replaceAll(";t=.*", ""))
                .containsExactly(
                        "\"requests\";r=299", "\"requests\";r=298", "\"requests\";r=297", "\"requests\";r=296");
    }

    @Test
    void one_parcel_looked_at_often_is_no_walk() {
        String path = "/v1/track/99940000?carrier=la-poste"; // not configured for such numbers: nobody is asked
        List<Reply> often =
                IntStream.range(0, 60).mapToObj(i -> get("192.0.2.12", path)).toList();

        assertThat(often).extracting(Reply::status).doesNotContain(429);
    }

    @Test
    void a_row_in_one_post_is_answered_so_far() {
        List<String> row = IntStream.range(0, 50)
                .mapToObj(i -> "RB" + (41_752_600 + i) + "0XX")
                .toList();

        Reply reply = post("192.0.2.13", row);
        Reply exempt = post(LimitedWorld.EXEMPT, row);

        assertThat(refusedOutcomes(reply)).isEqualTo(50 - LimitedWorld.NEIGHBOURS);
        assertThat(refusedOutcomes(exempt)).isZero();
    }

    @Test
    void who_asks_for_many_numbers_that_nobody_knows_waits() {
        for (String unknown : numbersApart(LimitedWorld.UNKNOWN)) {
            get("192.0.2.14", "/v1/track/" + unknown).problem(404, "unrecognised-number");
        }

        Reply refused = get("192.0.2.14", "/v1/track/" + "RB999999999XX");

        refused.problem(429, "too-many-unknown-numbers");
    }

    @Test
    void unknown_numbers_count_wherever_they_are_asked_for() {
        List<String> numbers = numbersApart(LimitedWorld.UNKNOWN);
        page("192.0.2.16", "/track/" + numbers.get(0));
        get("192.0.2.16", "/embed/" + numbers.get(1) + "/parcel");
        page("192.0.2.16", "/embed/" + numbers.get(2));
        page("192.0.2.16", sealed("192.0.2.16", numbers.subList(3, 4), ""));
        page("192.0.2.16", sealed("192.0.2.16", numbers.subList(4, LimitedWorld.UNKNOWN - 1), ""));
        get("192.0.2.16", "/v1/track/" + numbers.get(LimitedWorld.UNKNOWN - 2)).problem(404, "unrecognised-number");
        get("192.0.2.16", "/v1/track/" + numbers.get(LimitedWorld.UNKNOWN - 1)).problem(404, "unrecognised-number");

        Reply refused = get("192.0.2.16", "/v1/track/RB999999999XX");
        Reply page = page("192.0.2.16", "/track/RB999999999XX");
        Reply embedded = get("192.0.2.16", "/embed/RB999999999XX/parcel");

        refused.problem(429, "too-many-unknown-numbers");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("Too many tries");
        embedded.problem(429, "too-many-unknown-numbers");
    }

    @Test
    @Timeout(30)
    void unknown_numbers_count_where_they_are_followed() throws Exception {
        String caller = "192.0.2.18";
        List<String> numbers = numbersApart(LimitedWorld.UNKNOWN);
        String sealed = sealed(caller, numbers.subList(0, 1), "");
        for (String stream : List.of(
                sealed + "/stream",
                "/v1/track/" + numbers.get(1) + "/stream",
                "/track/" + numbers.get(2) + "/stream",
                "/embed/" + numbers.get(3) + "/stream")) {
            try (Stream<String> lines = follow(caller, stream)) {
                assertThat(lines.findFirst()).as(stream).isPresent();
            }
        }
        for (String unknown : numbers.subList(4, LimitedWorld.UNKNOWN)) {
            get(caller, "/v1/track/" + unknown).problem(404, "unrecognised-number");
        }

        get(caller, "/v1/track/RB999999999XX").problem(429, "too-many-unknown-numbers");
        get(caller, "/v1/track/RB999999999XX/stream").problem(429, "too-many-unknown-numbers");
        try (Stream<String> lines = follow(caller, sealed + "/stream")) {
            assertThat(lines.toList()) // and that is all: it ended
                    .anyMatch(line -> line.matches("retry: ?[1-9]\\d{3,4}"))
                    .noneMatch(line -> line.startsWith("event:"));
        }
    }

    @Test
    void a_map_and_a_calendar_say_when_to_come_back() {
        String caller = "192.0.2.19";
        String sealed = sealed(caller, List.of("RB999999999XX"), "");
        for (String unknown : numbersApart(LimitedWorld.UNKNOWN)) {
            get(caller, "/v1/track/" + unknown).problem(404, "unrecognised-number");
        }

        Reply map = get(caller, sealed + "/map.svg");
        Reply calendar = page(caller, sealed + "/expected.ics");

        map.problem(429, "too-many-unknown-numbers");
        assertThat(calendar.status()).isEqualTo(429);
        assertThat(calendar.body()).contains("Too many tries");
        assertThat(List.of(map, calendar))
                .extracting(reply -> reply.header("Retry-After"))
                .allSatisfy(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 60));
    }

    @Test
    void a_list_shows_so_many_neighbours_and_says_so_of_the_rest() {
        List<String> row = IntStream.range(0, LimitedWorld.NEIGHBOURS + 5)
                .mapToObj(i -> String.valueOf(99_950_000 + i))
                .toList();
        String onlyRecognised =
                row.stream().map(number -> "&carrier." + number + "=yodel").collect(Collectors.joining());

        String list = sealed("192.0.2.17", row, onlyRecognised);
        Reply rows = page("192.0.2.17", list + "/rows");
        Reply csv = trackno.send(trackno.request(list + "/list.csv", "X-Forwarded-For", "192.0.2.17")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(rows.body().lines().filter(line -> line.contains("Too many tries")))
                .hasSize(5);
        assertThat(csv.body().lines().filter(line -> line.contains("Too many tries")))
                .hasSize(5);
    }

    @Test
    void refusals_are_counted_and_name_no_number() {
        askFor("192.0.2.15", LimitedWorld.REQUESTS);
        get("192.0.2.15", "/v1/track/RB417526304GB").problem(429, "too-many-requests");

        String figures = trackno.get("/metrics").body();

        assertThat(figures)
                .contains("trackno_http_refused_total{reason=\"rate\"}")
                .doesNotContain("RB417526304GB");
    }

    private static long refusedOutcomes(Reply reply) {
        return Reply.items(reply.snapshot().path("outcomes"))
                .filter(outcome -> outcome.at("/problem/status").asInt() == 429)
                .count();
    }

    private void askFor(String caller, int requests) {
        for (int i = 0; i < requests; i++) {
            get(caller, SOMETHING);
        }
    }

    private Reply get(String caller, String path) {
        return trackno.get(path, "X-Forwarded-For", caller);
    }

    private Reply page(String caller, String path) {
        return trackno.get(path, "X-Forwarded-For", caller, "Accept", "text/html", "Accept-Language", "en");
    }

    /** The lines of a stream that has begun. */
    private Stream<String> follow(String caller, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = trackno.request(path, "X-Forwarded-For", caller, "Accept", "text/event-stream");
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.GET().build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Where the start page leads for these numbers. */
    private String sealed(String caller, List<String> numbers, String carriers) {
        String form = "numbers=" + String.join("%0A", numbers) + carriers;
        HttpRequest.Builder request = trackno.request(
                "/track", "X-Forwarded-For", caller, "Content-Type", "application/x-www-form-urlencoded");
        return trackno.send(request.POST(HttpRequest.BodyPublishers.ofString(form)))
                .header("Location");
    }

    private Reply post(String caller, List<String> numbers) {
        String list = numbers.stream().map(number -> '"' + number + '"').collect(Collectors.joining(","));
        return trackno.post("{\"numbers\":[" + list + "]}", "X-Forwarded-For", caller);
    }

    /** Numbers that nobody has, each far from the others. */
    private static List<String> numbersApart(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "RB" + (10_000_000 + i * 777_777) + "0XX")
                .toList();
    }
}
