package org.trackno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.store.CarrierAccount;
import org.trackno.store.CarrierPauses;
import org.trackno.store.CarrierQuotas;
import org.trackno.store.CarrierQuotas.Wish;
import org.trackno.store.LostDatabase;
import org.trackno.store.QuotaCount;
import org.trackno.store.QuotaLimits;
import org.trackno.testkit.SteppingClock;
import org.trackno.testkit.TracknoUnderTest;

/** What processes on one database know of each other's calls, by what arrives at the carrier. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class SharedGuardsTest {
    private static final String MAIL = "royal-mail";
    private static final String BATCHES = "la-poste";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PLENTY = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    @Inject
    CarrierQuotas quotas;

    @Inject
    CarrierPauses pauses;

    private final SteppingClock clock = new SteppingClock(NOON);
    private final String account = UUID.randomUUID().toString();
    private final Map<String, String> settings = new HashMap<>();
    private final List<OneProcess> processes = new ArrayList<>();
    private final WireMockServer carrier =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void start() {
        carrier.start();
        carrier.stubFor(any(urlMatching("/mailpieces.*")).willReturn(unknownMail()));
        carrier.stubFor(any(urlMatching("/suivi.*")).willReturn(jsonResponse("{\"returnCode\": 404}", 404)));
        set(MAIL, "client-id", account);
        set(MAIL, "client-secret", "open sesame");
        set(BATCHES, "key", account);
        set(BATCHES, "limits.per-second", "none");
        set(MAIL, "base-url", carrier.baseUrl());
        set(BATCHES, "base-url", carrier.baseUrl());
    }

    @AfterEach
    void stop() {
        processes.forEach(OneProcess::close);
        carrier.stop();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_one_process_is_told_to_wait_every_process_waits(boolean asDate) {
        String wait = asDate
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        NOON.plusSeconds(120).atOffset(ZoneOffset.UTC))
                : "120";
        carrier.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", wait)));
        Failed told = failed(process().fetch(MAIL, "TOLD0001", Priority.PERSON));
        assertThat(told.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        carrier.stubFor(any(anyUrl()).willReturn(unknownMail()));
        carrier.resetRequests();

        OneProcess other = process();
        List<Fetched> refused =
                other.fetchMany(MAIL, "WAIT", 500, Priority.PERSON).await().atMost(PLENTY);
        clock.advance(Duration.ofSeconds(119));
        OneProcess restarted = process();
        Failed late = failed(restarted.fetch(MAIL, "LATE0001", Priority.PERSON));

        assertThat(calls()).isZero();
        assertThat(refused).allSatisfy(fetched -> {
            assertThat(failed(fetched).kind()).isEqualTo(FailureKind.OVER_QUOTA);
            assertThat(fetched.attempts()).isZero();
        });
        assertThat(late.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(other.gateway.health(MAIL).orElseThrow().state()).isEqualTo(CarrierHealth.State.PAUSED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(restarted.fetch(MAIL, "LATE0002", Priority.PERSON).outcome()).isInstanceOf(NotFound.class);
    }

    @Test
    void all_processes_together_keep_to_the_quota_and_background_work_leaves_a_fifth() {
        set(MAIL, "limits.per-day", "100");
        OneProcess one = process();
        OneProcess two = process();

        Uni.join()
                .all(
                        one.fetchMany(MAIL, "ONE", 150, Priority.BACKGROUND),
                        two.fetchMany(MAIL, "TWO", 150, Priority.BACKGROUND))
                .andFailFast()
                .await()
                .atMost(PLENTY);
        int byBackground = calls();
        int usedByBackground = one.quota(MAIL).day().used();
        List<Fetched> people =
                two.fetchMany(MAIL, "MAN", 50, Priority.PERSON).await().atMost(PLENTY);

        // a busy database may count a call that is then not made in time: some may be wasted, none is made too many
        assertThat(usedByBackground).isEqualTo(80);
        assertThat(byBackground).isBetween(40, 80);
        assertThat(calls()).isBetween(50, 100);
        Failed refused = failed(people.get(49));
        assertThat(refused.kind()).isEqualTo(FailureKind.OVER_QUOTA);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(12));
        CarrierQuota.Window day = one.quota(MAIL).day();
        assertThat(day.used()).isEqualTo(100);
        assertThat(day.left()).isZero();
        assertThat(day.keptForPeople()).isEqualTo(20);
        assertThat(day.resetsAt()).isEqualTo("2026-03-02T00:00:00Z");
    }

    @Test
    void a_quota_that_is_used_up_opens_no_breaker_and_is_new_the_next_day() {
        set(MAIL, "limits.per-day", "1");
        OneProcess process = process();
        process.fetch(MAIL, "FIRST001", Priority.PERSON);

        List<Fetched> refused =
                process.fetchMany(MAIL, "MORE", 1_000, Priority.PERSON).await().atMost(PLENTY);

        assertThat(refused).allSatisfy(fetched -> assertThat(fetched.attempts()).isZero());
        assertThat(process.gateway.health(MAIL).orElseThrow().state()).isEqualTo(CarrierHealth.State.UP);
        assertThat(process.registry
                        .get("trackno.carrier.breaker")
                        .tag("carrier", MAIL)
                        .gauge()
                        .value())
                .isZero();
        assertThat(process.registry
                        .get("trackno.carrier.retries")
                        .tag("carrier", MAIL)
                        .counter()
                        .count())
                .isZero();
        clock.advance(Duration.ofHours(12));
        assertThat(process.fetch(MAIL, "NEXTDAY1", Priority.PERSON).outcome()).isInstanceOf(NotFound.class);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void what_a_process_took_before_it_died_is_not_given_again() {
        set(MAIL, "limits.per-day", "10");
        OneProcess process = process();
        process.fetch(MAIL, "FIRST001", Priority.PERSON);
        CarrierAccount dead = accountOf(MAIL);
        for (int i = 0; i < 3; i++) {
            quotas.take(dead, new QuotaLimits(null, 10), QuotaCount.none(NOON), List.of(new Wish(NOON, NOON, true)))
                    .await()
                    .atMost(PLENTY);
        }

        process.fetchMany(MAIL, "MORE", 20, Priority.PERSON).await().atMost(PLENTY);

        assertThat(calls()).isEqualTo(7);
        assertThat(process.quota(MAIL).day().used()).isEqualTo(10);
    }

    @Test
    void a_limit_a_second_spaces_calls_as_long_as_somebody_waits() {
        set(MAIL, "limits.per-second", "0.1");
        OneProcess process = process();

        Fetched first = process.fetch(MAIL, "FIRST001", Priority.PERSON);
        Failed second = failed(process().fetch(MAIL, "SECOND01", Priority.PERSON));

        assertThat(first.outcome()).isInstanceOf(NotFound.class);
        assertThat(second.kind()).isEqualTo(FailureKind.OVER_QUOTA);
        assertThat(second.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        CarrierQuota.Window window = process.quota(MAIL).second();
        assertThat(window.seconds()).isEqualTo(10);
        assertThat(window.used()).isEqualTo(1);
        assertThat(window.resetsAt()).isEqualTo(NOON.plusSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        assertThat(process.fetch(MAIL, "THIRD001", Priority.PERSON).outcome()).isInstanceOf(NotFound.class);
    }

    @Test
    void without_a_database_nobody_overruns_a_quota_and_carriers_without_one_are_asked() {
        set(MAIL, "limits.per-day", "100");
        try (LostDatabase lost = new LostDatabase(vertx)) {
            OneProcess process = process(lost.quotas(), lost.pauses());

            Failed refused = failed(process.fetch(MAIL, "FIRST001", Priority.PERSON));
            Fetched unlimited = process.fetch(BATCHES, "FIRST001", Priority.PERSON);

            assertThat(refused.kind()).isEqualTo(FailureKind.OVER_QUOTA);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(5));
            assertThat(unlimited.outcome()).isInstanceOf(NotFound.class);
            assertThat(carrier.findAll(anyRequestedFor(urlMatching("/mailpieces.*"))))
                    .isEmpty();
            assertThat(process.quota(MAIL).day().limit()).isEqualTo(100);
        }
    }

    @Test
    void one_bad_number_does_not_spoil_the_call_for_the_others() {
        carrier.stubFor(any(urlMatching("/suivi.*BAD00001.*")).willReturn(jsonResponse("{\"returnCode\": 400}", 400)));
        CarrierGateway gateway = process().gateway;
        List<String> numbers = List.of("GOOD0001", "GOOD0002", "BAD00001", "GOOD0003");

        List<Fetched> fetched = Uni.join()
                .all(numbers.stream()
                        .map(number -> gateway.fetch(BATCHES, new TrackingNumber(number), Priority.PERSON))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PLENTY);

        for (int i = 0; i < numbers.size(); i++) {
            TrackingOutcome outcome = fetched.get(i).outcome();
            if (numbers.get(i).startsWith("BAD")) {
                assertThat(failed(fetched.get(i)).kind()).isEqualTo(FailureKind.INVALID_NUMBER);
            } else {
                assertThat(outcome).isInstanceOf(NotFound.class);
            }
        }
        assertThat(calls()).isLessThanOrEqualTo(7);
    }

    @Test
    void calls_are_measured_by_what_came_of_them() {
        set(MAIL, "limits.per-day", "100");
        OneProcess process = process();
        process.fetch(MAIL, "FIRST001", Priority.PERSON);
        carrier.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        process.fetch(MAIL, "FIRST002", Priority.PERSON);

        assertThat(process.registry
                        .get("trackno.carrier.calls")
                        .tags("carrier", MAIL, "outcome", "NOT_FOUND")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(process.registry
                        .get("trackno.carrier.calls")
                        .tags("carrier", MAIL, "outcome", "UNAVAILABLE")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(process.registry
                        .get("trackno.carrier.retries")
                        .tag("carrier", MAIL)
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(process.registry
                        .get("trackno.carrier.quota.used")
                        .tags("carrier", MAIL, "window", "day")
                        .gauge()
                        .value())
                .isEqualTo(4);
        assertThat(process.registry
                        .get("trackno.carrier.quota.left")
                        .tags("carrier", MAIL, "window", "day")
                        .gauge()
                        .value())
                .isEqualTo(96);
        assertThat(process.registry
                        .get("trackno.carrier.quota.reset.seconds")
                        .tags("carrier", MAIL, "window", "day")
                        .gauge()
                        .value())
                .isEqualTo(12 * 3600.0);
        assertThat(process.registry
                        .get("trackno.carrier.inflight")
                        .tag("carrier", MAIL)
                        .gauge()
                        .value())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"per-day, 0", "per-day, many", "per-second, -1", "per-second, fast", "concurrency, none"})
    void a_wrong_limit_stops_the_start(String limit, String value) {
        set(MAIL, "limits." + limit, value);

        assertThatThrownBy(this::process)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trackno.carriers.royal-mail.limits." + limit)
                .hasMessageContaining("'" + value + "'");
    }

    private CarrierAccount accountOf(String id) {
        CarrierConfiguration configuration = new CarrierConfiguration(new io.smallrye.config.SmallRyeConfigBuilder()
                .withSources(new io.smallrye.config.PropertiesConfigSource(settings, "test", 100))
                .build());
        CarrierAccount found = configuration
                .find(org.trackno.carrier.Catalogue.bundled().find(id).orElseThrow())
                .orElseThrow()
                .account();
        assertThat(found.account()).hasSize(16).doesNotContain(account);
        return found;
    }

    private OneProcess process() {
        return process(quotas, pauses);
    }

    private OneProcess process(CarrierQuotas counting, CarrierPauses waiting) {
        OneProcess process = new OneProcess(vertx, counting, waiting, clock, settings);
        processes.add(process);
        return process;
    }

    private void set(String id, String name, String value) {
        settings.put("trackno.carriers." + id + "." + name, value);
    }

    private int calls() {
        return carrier.findAll(anyRequestedFor(anyUrl())).size();
    }

    private static Failed failed(Fetched fetched) {
        assertThat(fetched.outcome()).isInstanceOf(Failed.class);
        return (Failed) fetched.outcome();
    }

    private static ResponseDefinitionBuilder unknownMail() {
        return jsonResponse("{\"errors\": [{\"errorCode\": \"E1142\", \"errorDescription\": \"not known\"}]}", 404);
    }
}
