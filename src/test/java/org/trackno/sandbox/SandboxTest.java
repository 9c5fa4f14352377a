package org.trackno.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.EventType;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.support.Json;

class SandboxTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final Instant NOW = Instant.parse("2026-03-18T13:20:00Z");
    private static final Set<String> LOGIN_CARRIERS = Set.of("usps", "ups", "dpd");
    private static final Map<String, Stage> STAGES = Map.of(
            "announced", Stage.ANNOUNCED,
            "moving", Stage.IN_TRANSIT,
            "out-for-delivery", Stage.OUT_FOR_DELIVERY,
            "delivered", Stage.DELIVERED,
            "failed-attempt-then-delivered", Stage.DELIVERED,
            "available-for-pickup", Stage.AVAILABLE_FOR_PICKUP,
            "customs-hold", Stage.IN_TRANSIT,
            "return", Stage.RETURNING);

    private final SteppingClock clock = new SteppingClock(NOW);
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(CATALOGUE, clock);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("parcels")
    void a_scenario_reads_as_its_stage(String carrierId, String scenario, String number) {
        Timeline timeline = timeline(found(carrierId, number).get(0));

        assertThat(timeline.stage()).isEqualTo(STAGES.get(scenario));
        assertThat(timeline.newestFirst()).extracting(TrackingEvent::type).doesNotContain(EventType.UNMAPPED);
        assertThat(timeline.newestFirst())
                .allSatisfy(event ->
                        assertThat(event.at().instant().orElseThrow()).isBetween(NOW.minus(Duration.ofDays(11)), NOW));
    }

    static Stream<Arguments> parcels() {
        return numbers(STAGES.keySet());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("held")
    void a_parcel_held_by_customs_has_a_word_for_it(String carrierId, String scenario, String number) {
        TrackingEvent latest =
                timeline(found(carrierId, number).get(0)).latest().orElseThrow();

        assertThat(latest.type())
                .isIn(
                        EventType.HELD_BY_CUSTOMS,
                        EventType.PRESENTED_TO_CUSTOMS,
                        EventType.CUSTOMS_DOCUMENTS_NEEDED,
                        EventType.EXPORT_STOPPED);
    }

    static Stream<Arguments> held() {
        return numbers(Set.of("customs-hold"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("failedAttempts")
    void a_failed_attempt_is_told_before_the_delivery(String carrierId, String scenario, String number) {
        List<EventType> types = timeline(found(carrierId, number).get(0)).newestFirst().stream()
                .map(TrackingEvent::type)
                .toList();

        assertThat(types).anySatisfy(type -> assertThat(type.stage()).contains(Stage.DELIVERED));
        assertThat(types)
                .filteredOn(EventType::isProblem)
                .containsAnyOf(EventType.RECIPIENT_ABSENT, EventType.DELIVERY_ATTEMPTED, EventType.UNDELIVERABLE);
    }

    static Stream<Arguments> failedAttempts() {
        return numbers(Set.of("failed-attempt-then-delivered"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("troubles")
    void trouble_is_worded_as_the_carrier_does(String carrierId, String scenario, String number) {
        TrackingOutcome outcome = caller(carrierId).track(number);

        switch (scenario) {
            case "not-found" -> assertThat(outcome).isInstanceOf(NotFound.class);
            case "carrier-down" -> assertThat(outcome).satisfies(is(FailureKind.UNAVAILABLE));
            default -> assertThat(outcome).satisfies(is(FailureKind.OVER_QUOTA));
        }
    }

    static Stream<Arguments> troubles() {
        return numbers(Set.of("not-found", "carrier-down", "over-quota"));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_number_the_sandbox_does_not_know_is_not_found(String carrierId) {
        assertThat(caller(carrierId).track("99999999999999")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_carrier_that_is_down_answers_503(String carrierId) {
        CarrierCaller caller = caller(carrierId);

        HttpResponse<byte[]> response = caller.ask(number(carrierId, "carrier-down"), caller.logIn());

        assertThat(response.statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_slow_carrier_does_not_answer_at_once(String carrierId) {
        CarrierCaller caller = caller(carrierId);
        var request = caller.request(number(carrierId, "slow"), caller.logIn()).timeout(Duration.ofMillis(700));

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void without_credentials_nothing_is_answered(String carrierId) {
        HttpResponse<byte[]> response = caller(carrierId).askWithoutCredentials(number(carrierId, "moving"));

        assertThat(read(carrierId, response)).satisfies(is(FailureKind.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void each_single_credential_must_be_right(String carrierId) {
        for (String name : sandbox.credentials(carrierId).keySet()) {
            Map<String, String> spoiled = new LinkedHashMap<>(sandbox.credentials(carrierId));
            spoiled.put(name, "wrong");
            CarrierCaller caller = new CarrierCaller(folder(carrierId), sandbox.baseUrl(carrierId), spoiled);

            String token = caller.logIn();
            HttpResponse<byte[]> response = caller.ask(number(carrierId, "moving"), token);

            assertThat(token).as(name).isEmpty();
            assertThat(read(carrierId, response)).as(name).satisfies(is(FailureKind.REFUSED));
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void an_old_token_is_refused(String carrierId) {
        assumeThat(LOGIN_CARRIERS).contains(carrierId);
        CarrierCaller caller = caller(carrierId);
        String token = caller.logIn();

        clock.advance(Duration.ofHours(20));

        assertThat(read(carrierId, caller.ask(number(carrierId, "moving"), token)))
                .satisfies(is(FailureKind.REFUSED));
        assertThat(caller.track(number(carrierId, "moving"))).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_moving_parcel_moves_on_and_what_was_told_stays(String carrierId) {
        List<TrackingEvent> before =
                found(carrierId, number(carrierId, "moving")).get(0).events();

        clock.advance(Duration.ofHours(19));
        ParcelReport onItsWay = found(carrierId, number(carrierId, "moving")).get(0);
        clock.advance(Duration.ofHours(5));
        ParcelReport delivered = found(carrierId, number(carrierId, "moving")).get(0);

        assertThat(onItsWay.events()).containsAll(before).hasSizeGreaterThan(before.size());
        assertThat(timeline(onItsWay).stage()).isEqualTo(Stage.OUT_FOR_DELIVERY);
        assertThat(timeline(delivered).stage()).isEqualTo(Stage.DELIVERED);
    }

    @Test
    void a_consignment_has_several_parcels() {
        List<ParcelReport> reports = found("bring", number("bring", "consignment-of-several"));

        assertThat(reports)
                .extracting(report -> timeline(report).stage())
                .containsExactly(Stage.DELIVERED, Stage.OUT_FOR_DELIVERY, Stage.IN_TRANSIT);
        assertThat(reports).extracting(ParcelReport::piece).doesNotHaveDuplicates();
    }

    @Test
    void one_number_has_several_shipments() {
        List<ParcelReport> reports = found("dhl", number("dhl", "several-shipments-one-number"));

        assertThat(reports)
                .extracting(report -> timeline(report).stage())
                .containsExactly(Stage.IN_TRANSIT, Stage.DELIVERED);
        assertThat(reports).extracting(ParcelReport::piece).doesNotHaveDuplicates();
    }

    @Test
    void several_numbers_get_an_array_with_an_own_return_code_each() throws IOException {
        String numbers = number("la-poste", "delivered") + "," + number("la-poste", "not-found");

        HttpResponse<byte[]> response = caller("la-poste").ask(numbers, "");

        assertThat(Json.MAPPER.readTree(response.body()))
                .extracting(item -> item.path("returnCode").asInt())
                .containsExactly(200, 404);
    }

    @Test
    void a_call_without_the_header_for_the_terms_is_a_bad_request() {
        var call =
                caller("royal-mail").request(number("royal-mail", "moving"), "").setHeader("X-Accept-RMG-Terms", "no");

        assertThat(read("royal-mail", CarrierCaller.send(call))).satisfies(is(FailureKind.BAD_REQUEST));
    }

    @Test
    void a_stub_of_a_test_goes_before_the_simulation() {
        sandbox.wireMock().stubFor(any(anyUrl()).willReturn(serverError()));

        HttpResponse<byte[]> response = caller("dhl").ask(number("dhl", "moving"), "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(sandbox.wireMock().getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void the_samples_of_the_folder_are_answered_too(String carrierId) {
        String sample = "samples/moving." + (Set.of("dpd", "canada-post").contains(carrierId) ? "xml" : "json");
        byte[] saved = folder(carrierId).text(sample).getBytes(StandardCharsets.UTF_8);
        Found known = (Found)
                folder(carrierId).adapter().orElseThrow().read(CarrierAnswer.ofBody(saved), TrackingQuery.EVERYTHING);
        TrackingNumber number = known.reports().get(0).number();
        assumeThat(number).as("the answer states its number").isNotNull();

        assertThat(caller(carrierId).track(number.value())).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void the_numbers_are_the_carriers_own_and_all_different(String carrierId) {
        List<String> numbers = sandbox.numbers(carrierId).stream()
                .map(SandboxNumber::trackingNumber)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(number -> assertThat(
                        CATALOGUE.recogniser().recognise(number).candidates())
                .anySatisfy(candidate -> assertThat(candidate.carrier().id()).isEqualTo(carrierId)));
    }

    @Test
    void a_carrier_that_is_not_simulated_has_no_address() {
        assertThatThrownBy(() -> sandbox.baseUrl("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    static List<String> carriers() {
        return List.of("bring", "canada-post", "dhl", "dpd", "la-poste", "royal-mail", "ups", "usps");
    }

    private static Stream<Arguments> numbers(Set<String> scenarios) {
        List<Arguments> arguments = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(CATALOGUE, new SteppingClock(NOW))) {
            for (String carrierId : sandbox.carriers()) {
                sandbox.numbers(carrierId).stream()
                        .filter(number -> scenarios.contains(number.scenario()))
                        .forEach(number ->
                                arguments.add(Arguments.of(carrierId, number.scenario(), number.trackingNumber())));
            }
        }
        return arguments.stream();
    }

    private String number(String carrierId, String scenario) {
        return sandbox.numbers(carrierId).stream()
                .filter(number -> number.scenario().equals(scenario))
                .findFirst()
                .orElseThrow()
                .trackingNumber();
    }

    private List<ParcelReport> found(String carrierId, String number) {
        TrackingOutcome outcome = caller(carrierId).track(number);
        assertThat(outcome).isInstanceOf(Found.class);
        assertThat(((Found) outcome).setAside()).isEmpty();
        return ((Found) outcome).reports();
    }

    private static Timeline timeline(ParcelReport report) {
        return Timeline.of(report.events());
    }

    private static TrackingOutcome read(String carrierId, HttpResponse<byte[]> response) {
        return folder(carrierId).adapter().orElseThrow().read(CarrierCaller.answer(response), TrackingQuery.EVERYTHING);
    }

    private static java.util.function.Consumer<TrackingOutcome> is(FailureKind kind) {
        return outcome -> assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.kind())
                .isEqualTo(kind));
    }

    private CarrierCaller caller(String carrierId) {
        return new CarrierCaller(folder(carrierId), sandbox.baseUrl(carrierId), sandbox.credentials(carrierId));
    }

    private static CarrierFolder folder(String carrierId) {
        return CATALOGUE.find(carrierId).orElseThrow();
    }
}
