package org.trackno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.model.FailureKind;
import org.trackno.testkit.AnotherWorld;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LogLines;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Whatever a carrier answers, the outcome is defined, nothing of it becomes an event, and history is kept. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(AnotherWorld.class)
class CarrierFaultTest {
    private static final Duration TOO_OLD_TO_BE_SHOWN_UNASKED = Duration.ofHours(25);

    /** A person waits for three seconds; half a second more is for the way there and back on a machine that has other work. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(3_500);

    /** A breaker lets a call through after five seconds, and a carrier that refused us is asked again after a minute. */
    private static final Duration TRIED_AGAIN = Duration.ofSeconds(61);

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    private final LogLines log = new LogLines();

    @BeforeAll
    static void warmUp() { // an application that has just started is slow
        new TracknoClient().track("dpd", "77001133004").problem(404, "parcel-not-found");
    }

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void restore() {
        log.close();
        wire.restore();
        clock.advance(TRIED_AGAIN);
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_is_a_problem_document_and_leaves_no_event(Fault fault) {
        String number = "77001122%03d".formatted(fault.ordinal());
        wire.answer(fault.carrier, number, fault.response());

        Reply reply = trackInTime(fault.carrier, number);
        JsonNode health = trackno.get("/v1/carriers/" + fault.carrier).json().path("health");

        JsonNode problem = reply.problem(503, "carrier-unavailable");
        assertThat(problem.at("/carrier/id").asText()).isEqualTo(fault.carrier);
        assertThat(reply.header("Retry-After").isBlank()).isNotEqualTo(fault.kind.retryable());
        assertThat(reply.body()).doesNotContain("root:", "haha", "improving", "oops");
        assertThat(health.path("lastFailure").asText()).isEqualTo(fault.kind.name());
        assertThat(health.path("state").asText().equals("REFUSED")).isEqualTo(fault.kind == FailureKind.REFUSED);
        assertThat(log.text()).doesNotContain("ConnectionBase"); // a carrier's trouble is no error of ours
        assertThat(wire.calls(number)).hasSize(fault.attempts);
        assertThat(tables.parcels(number)).isEmpty();
        assertThat(tables.answers(number)).isEmpty();
        assertThat(tables.ledger(number)).singleElement().satisfies(call -> assertThat(call)
                .containsEntry("outcome", fault.kind.name())
                .containsEntry("attempts", fault.attempts));
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_does_not_hide_what_was_known(Fault fault) {
        String number = SandboxNumbers.of(fault.carrier, fault.attempts > 1 ? "moving" : "announced");
        JsonNode before = trackno.track(fault.carrier, number).snapshot();
        List<Map<String, Object>> rows = tables.events(number);
        wire.answer(fault.carrier, number, fault.response());
        clock.advance(TOO_OLD_TO_BE_SHOWN_UNASKED);

        JsonNode after = trackInTime(fault.carrier, number).snapshot();

        assertThat(after.path("events")).isEqualTo(before.path("events"));
        assertThat(after.path("stage")).isEqualTo(before.path("stage"));
        assertThat(after.at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(after.at("/freshness/reason").asText()).isEqualTo(fault.kind.name());
        assertThat(after.at("/freshness/checkedAt")).isEqualTo(before.at("/freshness/checkedAt"));
        assertThat(tables.events(number)).isEqualTo(rows);
    }

    @Test
    void a_redirect_is_not_followed() {
        String number = "77001133001";
        wire.answer("dhl", number, Fault.REDIRECT.response());

        trackno.track("dhl", number).problem(503, "carrier-unavailable");

        assertThat(wire.countCallsTo("/elsewhere")).isZero();
    }

    @Test
    void a_carrier_that_never_answers_is_given_up_on() {
        String number = "77001133002";
        wire.answer("dpd", number, aResponse().withFixedDelay(30_000));

        Reply reply = trackInTime("dpd", number);

        reply.problem(503, "carrier-unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("20");
        assertThat(tables.parcels(number)).isEmpty();
    }

    @Test
    void a_carrier_that_dribbles_is_given_up_on() {
        String number = "77001133005";
        wire.answer("dpd", number, aResponse().withBody(" ".repeat(1_000)).withChunkedDribbleDelay(60, 3_600_000));

        Reply reply = trackInTime("dpd", number);

        reply.problem(503, "carrier-unavailable");
        assertThat(tables.parcels(number)).isEmpty();
        letGo("dpd");
    }

    @Test
    void a_carrier_that_hangs_takes_nobody_along() {
        wire.answer("dpd", "770011339", aResponse().withFixedDelay(30_000));
        List<CompletableFuture<Reply>> hanging = IntStream.range(0, 40)
                .mapToObj(i -> trackno.trackAsync("dpd", "770011339%02d".formatted(i)))
                .toList();

        for (int i = 0; i < 10; i++) {
            trackno.track("usps", "770011338%02d".formatted(i)).problem(404, "parcel-not-found");
        }

        assertThat(hanging).allSatisfy(reply -> reply.join().problem(503, "carrier-unavailable"));
        letGo("dpd");
    }

    @Test
    void fifty_floods_asked_for_at_once_leave_it_standing() {
        List<CompletableFuture<Reply>> floods = IntStream.range(0, 50)
                .mapToObj(i -> trackno.trackAsync(AnotherWorld.FLOODING, "770011337%02d".formatted(i)))
                .toList();

        assertThat(floods).allSatisfy(reply -> reply.join().problem(503, "carrier-unavailable"));
    }

    @Test
    void a_flood_is_cut_off() {
        String number = "77001133003";

        trackno.track(AnotherWorld.FLOODING, number).problem(503, "carrier-unavailable");

        assertThat(tables.ledger(number)).singleElement().satisfies(call -> assertThat(call)
                .containsEntry("outcome", "TOO_LARGE")
                .containsEntry("attempts", 1));
        assertThat(tables.parcels(number)).isEmpty();
    }

    @Test
    void a_refused_token_is_renewed_once() {
        String number = SandboxNumbers.of("usps", "out-for-delivery");
        trackno.track("usps", SandboxNumbers.of("usps", "delivered")).snapshot();
        trackno.track("usps", "9400136191767231465000").problem(404, "parcel-not-found");
        int logIns = wire.countCallsTo("/usps/oauth2/v3/token");
        String path = "/usps/tracking/v3/tracking/" + number;
        wire.stub(get(urlPathEqualTo(path))
                .inScenario("token " + number)
                .whenScenarioStateIs("Started")
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(401)));

        trackno.track("usps", number).snapshot();

        assertThat(wire.calls(number)).hasSize(2);
        assertThat(wire.countCallsTo("/usps/oauth2/v3/token")).isEqualTo(logIns + 1);
    }

    @Test
    void a_carrier_that_keeps_refusing_us_is_flagged_and_left_alone() {
        String number = "1ZR51EFC0300000011";
        String next = "1ZR51EFC0300000022";
        trackno.track("ups", SandboxNumbers.of("ups", "delivered")).snapshot();
        wire.answer("ups", number, aResponse().withStatus(401));

        Reply refused = trackno.track("ups", number);
        JsonNode health = trackno.get("/v1/carriers/ups").json().path("health");
        Reply during = trackno.track("ups", next);
        clock.advance(Duration.ofSeconds(61));
        Reply after = trackno.track("ups", next);

        assertThat(refused.problem(503, "carrier-unavailable").path("detail").asText())
                .contains("credentials");
        assertThat(health.path("state").asText()).isEqualTo("REFUSED");
        assertThat(health.path("lastFailure").asText()).isEqualTo("REFUSED");
        during.problem(503, "carrier-unavailable");
        after.problem(404, "parcel-not-found");
        assertThat(wire.calls(number)).hasSize(2);
        assertThat(wire.calls(next)).hasSize(1);
    }

    @Test
    void a_refused_log_in_is_told_and_counted_without_asking_about_the_parcel() {
        String number = "77001133006";
        answerLogIns(aResponse().withStatus(401));
        double before = logIns("REFUSED");

        Reply refused = trackno.track("usps", number);
        JsonNode health = trackno.get("/v1/carriers/usps").json().path("health");
        double flagged = trackno.figure("trackno_carrier_refused{carrier=\"usps\"}");
        wire.restore();
        clock.advance(Duration.ofSeconds(61));
        trackno.track("usps", number).problem(404, "parcel-not-found");

        assertThat(refused.problem(503, "carrier-unavailable").path("detail").asText())
                .contains("credentials");
        assertThat(health.path("state").asText()).isEqualTo("REFUSED");
        assertThat(flagged).isEqualTo(1);
        assertThat(logIns("REFUSED")).isEqualTo(before + 1);
        assertThat(trackno.figure("trackno_carrier_refused{carrier=\"usps\"}")).isZero();
        assertThat(wire.calls(number)).hasSize(1);
        assertThat(tables.ledger(number)).hasSize(1);
    }

    @Test
    void a_log_in_that_hangs_is_given_up_on() {
        String number = "77001133007";
        answerLogIns(aResponse().withFixedDelay(30_000));
        double before = logIns("TIMEOUT");

        Reply reply = trackInTime("usps", number);
        wire.restore();
        letGo("usps");

        assertThat(reply.problem(503, "carrier-unavailable").path("detail").asText())
                .contains("did not answer in time");
        assertThat(wire.calls(number)).isEmpty();
        assertThat(logIns("TIMEOUT")).isEqualTo(before + 1);
    }

    @Test
    void a_carrier_that_names_seconds_to_wait_gets_them() {
        assertLeftAlone("dpd", "77001144", now -> "90");
    }

    @Test
    void a_carrier_that_names_a_time_to_wait_for_gets_it() {
        assertLeftAlone(
                "canada-post",
                "77001155",
                now -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        now.plusSeconds(90).atOffset(ZoneOffset.UTC)));
    }

    /** Ends when the calls of a test no longer take up the carrier: each lasts longer than a person waits for it. */
    private void letGo(String carrier) {
        Reply reply = trackno.track(carrier, "77001133999");
        for (int i = 0; i < 5 && reply.status() == 503; i++) {
            clock.advance(Duration.ofSeconds(21)); // a failure is remembered that long
            reply = trackno.track(carrier, "77001133999");
        }
        reply.problem(404, "parcel-not-found");
    }

    /** What a person is answered, who does not wait longer than a person does. */
    private Reply trackInTime(String carrier, String number) {
        long begun = System.nanoTime();
        Reply reply = trackno.track(carrier, number);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWERED_WITHIN);
        return reply;
    }

    /** Lets the next look-up at USPS log in, and the log-in be answered so. */
    private void answerLogIns(ResponseDefinitionBuilder answer) {
        clock.advance(TOO_OLD_TO_BE_SHOWN_UNASKED); // no token lives so long
        wire.stub(post(urlPathEqualTo("/usps/oauth2/v3/token")).willReturn(answer));
    }

    private double logIns(String outcome) {
        return trackno.figure("trackno_carrier_logins_seconds_count{carrier=\"usps\",outcome=\"" + outcome + "\"}");
    }

    private void assertLeftAlone(String carrier, String prefix, Function<Instant, String> retryAfter) {
        String knownNumber = SandboxNumbers.of(carrier, "out-for-delivery");
        JsonNode known = trackno.track(carrier, knownNumber).snapshot();
        clock.advance(TOO_OLD_TO_BE_SHOWN_UNASKED);
        wire.answer(
                carrier,
                prefix + "001",
                aResponse().withStatus(429).withHeader("Retry-After", retryAfter.apply(clock.instant())));

        Reply told = trackno.track(carrier, prefix + "001");
        clock.advance(Duration.ofSeconds(60));
        Reply during = trackno.track(carrier, prefix + "002");
        JsonNode knownDuring = trackInTime(carrier, knownNumber).snapshot();
        clock.advance(Duration.ofSeconds(31));
        Reply after = trackno.track(carrier, prefix + "003");

        told.problem(503, "carrier-unavailable");
        assertThat(Integer.parseInt(told.header("Retry-After"))).isBetween(80, 90);
        during.problem(503, "carrier-unavailable");
        assertThat(knownDuring.path("events")).isEqualTo(known.path("events"));
        assertThat(knownDuring.at("/freshness/reason").asText()).isEqualTo("OVER_QUOTA");
        after.problem(404, "parcel-not-found");
        assertThat(wire.calls(prefix)).hasSize(2);
    }
}
