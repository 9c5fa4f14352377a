package org.trackno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.gateway.CarrierHealth.State;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.store.CarrierPauses;
import org.trackno.store.CarrierQuotas;
import org.trackno.testkit.LogLines;
import org.trackno.testkit.SteppingClock;
import org.trackno.testkit.TracknoUnderTest;

/** A log-in that fails is counted, told, and remembered of the carrier; about the parcel nobody is asked. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class LogInTest {
    private static final String UPS = "ups";
    private static final String UPS_LOG_IN = "/security/v1/oauth/token";
    private static final String DPD = "dpd";
    private static final String DPD_LOG_IN = "/soap/services/LoginService/V2_0";
    private static final String FAULT =
            "<Envelope><Body><Fault><faultcode>soap:Server</faultcode></Fault></Body></Envelope>";
    private static final Duration PLENTY = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    @Inject
    CarrierQuotas quotas;

    @Inject
    CarrierPauses pauses;

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final LogLines log = new LogLines();
    private final WireMockServer carrier =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private OneProcess process;

    @BeforeEach
    void start() {
        carrier.start();
        carrier.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"response\": {\"errors\": [{}]}}", 404)));
        process = process(UUID.randomUUID().toString());
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
        process.close();
        carrier.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED, 1, REFUSED",
        "401, REFUSED, 1, REFUSED",
        "429, OVER_QUOTA, 1, PAUSED",
        "500, UNAVAILABLE, 3, FAILING",
        "503, UNAVAILABLE, 3, FAILING"
    })
    void what_the_log_in_answers_is_what_the_look_up_comes_to(int status, FailureKind kind, int logIns, State state) {
        answer(UPS_LOG_IN, aResponse().withStatus(status));

        Fetched fetched = fetch(UPS, "LOGIN001");

        assertThat(failed(fetched).kind()).isEqualTo(kind);
        assertThat(failed(fetched).detail()).isEqualTo("the log-in answers HTTP " + status);
        assertThat(fetched.attempts()).isZero();
        assertThat(calls()).as("all of them log-ins").isEqualTo(logIns);
        assertThat(logIns(UPS, kind.name()).count()).isEqualTo(logIns);
        assertThat(state(UPS)).isEqualTo(state);
        assertThat(refused(UPS)).isEqualTo(kind == FailureKind.REFUSED ? 1 : 0);
    }

    @Test
    void a_log_in_that_hangs_ends_in_five_seconds() {
        answer(UPS_LOG_IN, aResponse().withFixedDelay(60_000));

        Fetched fetched = fetch(UPS, "LOGIN001");

        assertThat(failed(fetched).kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failed(fetched).detail()).isEqualTo("no answer within 5000 ms");
        assertThat(logIns(UPS, "TIMEOUT").count()).isEqualTo(1);
        assertThat(state(UPS)).isEqualTo(State.FAILING);
    }

    @Test
    void who_asks_during_the_wait_that_a_log_in_was_told_is_told_the_rest_of_it() {
        answer(UPS_LOG_IN, aResponse().withStatus(429).withHeader("Retry-After", "120"));
        assertThat(failed(fetch(UPS, "LOGIN001")).retryAfter()).isEqualTo(Duration.ofSeconds(120));
        answer(UPS_LOG_IN, token());

        clock.advance(Duration.ofSeconds(100));
        Failed during = failed(fetch(UPS, "LOGIN002"));
        clock.advance(Duration.ofSeconds(20));
        Fetched after = fetch(UPS, "LOGIN003");

        assertThat(during.kind()).isEqualTo(FailureKind.OVER_QUOTA);
        assertThat(during.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(after.outcome()).isInstanceOf(NotFound.class);
        assertThat(logIns(UPS, "OVER_QUOTA").count()).isEqualTo(1);
        assertThat(logIns(UPS, "LOGGED_IN").count()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_one_warning_until_the_carrier_answers_again() {
        answer(UPS_LOG_IN, aResponse().withStatus(401));

        process.fetchMany(UPS, "MANY", 20, Priority.PERSON).await().atMost(PLENTY);
        clock.advance(Duration.ofSeconds(61));
        assertThat(refused(UPS)).as("nobody has asked again").isEqualTo(1);
        fetch(UPS, "LOGIN001");
        assertThat(warnings()).isEqualTo(1);

        answer(UPS_LOG_IN, token());
        clock.advance(Duration.ofSeconds(61));
        fetch(UPS, "LOGIN002");
        assertThat(refused(UPS)).isZero();

        answer(UPS_LOG_IN, aResponse().withStatus(401));
        clock.advance(Duration.ofHours(2));
        fetch(UPS, "LOGIN003");
        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void credentials_that_every_call_carries_are_flagged_the_same() {
        carrier.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"status\": 401}", 401)));

        assertThat(failed(fetch("dhl", "LOGIN001")).kind()).isEqualTo(FailureKind.REFUSED);

        assertThat(refused("dhl")).isEqualTo(1);
        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void a_soap_fault_is_a_refusal_although_it_comes_with_500() {
        answer(DPD_LOG_IN, aResponse().withStatus(500).withBody(FAULT));

        assertThat(failed(fetch(DPD, "LOGIN001")).kind()).isEqualTo(FailureKind.REFUSED);

        assertThat(state(DPD)).isEqualTo(State.REFUSED);
        assertThat(logIns(DPD, "REFUSED").count()).isEqualTo(1);
    }

    @Test
    void an_error_page_of_a_soap_service_is_no_refusal() {
        answer(DPD_LOG_IN, aResponse().withStatus(500).withBody("<html><body><h1>oops</h1></body></html>"));

        assertThat(failed(fetch(DPD, "LOGIN001")).kind()).isEqualTo(FailureKind.UNAVAILABLE);

        assertThat(state(DPD)).isEqualTo(State.FAILING);
        assertThat(logIns(DPD, "UNAVAILABLE").count()).isEqualTo(3);
    }

    private OneProcess process(String secret) {
        Map<String, String> settings = new HashMap<>();
        Map.of(
                        UPS,
                        List.of("client-id", "client-secret"),
                        DPD,
                        List.of("delis-id", "password"),
                        "dhl",
                        List.of("api-key"))
                .forEach((id, credentials) -> {
                    settings.put("trackno.carriers." + id + ".base-url", carrier.baseUrl());
                    settings.put("trackno.carriers." + id + ".limits.per-second", "none");
                    credentials.forEach(name -> settings.put("trackno.carriers." + id + "." + name, secret));
                });
        return new OneProcess(vertx, quotas, pauses, clock, settings);
    }

    private void answer(String path, ResponseDefinitionBuilder answer) {
        carrier.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder token() {
        return okJson("{\"access_token\": \"open sesame\", \"expires_in\": 3600}");
    }

    private Fetched fetch(String id, String number) {
        return process.fetch(id, number, Priority.PERSON);
    }

    private Timer logIns(String id, String outcome) {
        return process.registry
                .get("trackno.carrier.logins")
                .tags("carrier", id, "outcome", outcome)
                .timer();
    }

    private double refused(String id) {
        return process.registry
                .get("trackno.carrier.refused")
                .tag("carrier", id)
                .gauge()
                .value();
    }

    private State state(String id) {
        return process.gateway.health(id).orElseThrow().state();
    }

    private int calls() {
        return carrier.findAll(anyRequestedFor(anyUrl())).size();
    }

    private long warnings() {
        return log.text()
                .lines()
                .filter(line -> line.contains("refuses our credentials"))
                .count();
    }

    private static Failed failed(Fetched fetched) {
        assertThat(fetched.outcome()).isInstanceOf(Failed.class);
        return (Failed) fetched.outcome();
    }
}
