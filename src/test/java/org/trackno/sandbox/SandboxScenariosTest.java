package org.trackno.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trackno.sandbox.SimulatedWorld.NOW;
import static org.trackno.sandbox.SimulatedWorld.failed;
import static org.trackno.sandbox.SimulatedWorld.stage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.model.EventType;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.support.Json;

class SandboxScenariosTest {
    private static final SimulatedWorld WORLD = new SimulatedWorld();
    private static final Duration LONGEST_JOURNEY = Duration.ofDays(11);
    private static final Map<String, Stage> STAGES = Map.of(
            "announced", Stage.ANNOUNCED,
            "moving", Stage.IN_TRANSIT,
            "out-for-delivery", Stage.OUT_FOR_DELIVERY,
            "delivered", Stage.DELIVERED,
            "failed-attempt-then-delivered", Stage.DELIVERED,
            "available-for-pickup", Stage.AVAILABLE_FOR_PICKUP,
            "customs-hold", Stage.IN_TRANSIT,
            "return", Stage.RETURNING);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("parcels")
    void a_parcel_reads_as_the_stage_of_its_scenario(String carrierId, String scenario, String number) {
        ParcelReport report = WORLD.found(carrierId, number).get(0);

        assertThat(stage(report)).isEqualTo(STAGES.get(scenario));
        assertThat(report.events()).extracting(TrackingEvent::type).doesNotContain(EventType.UNMAPPED);
        assertThat(report.events())
                .allSatisfy(event ->
                        assertThat(event.at().instant().orElseThrow()).isBetween(NOW.minus(LONGEST_JOURNEY), NOW));
    }

    static Stream<Arguments> parcels() {
        return WORLD.numbers(STAGES.keySet());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("held")
    void a_parcel_held_by_customs_says_so(String carrierId, String scenario, String number) {
        List<TrackingEvent> events = WORLD.found(carrierId, number).get(0).events();

        assertThat(Timeline.of(events).latest().orElseThrow().type())
                .isIn(
                        EventType.HELD_BY_CUSTOMS,
                        EventType.PRESENTED_TO_CUSTOMS,
                        EventType.CUSTOMS_DOCUMENTS_NEEDED,
                        EventType.EXPORT_STOPPED);
    }

    static Stream<Arguments> held() {
        return WORLD.numbers(Set.of("customs-hold"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("failedAttempts")
    void a_failed_attempt_is_told_besides_the_delivery(String carrierId, String scenario, String number) {
        assertThat(WORLD.found(carrierId, number).get(0).events())
                .extracting(TrackingEvent::type)
                .containsAnyOf(EventType.RECIPIENT_ABSENT, EventType.DELIVERY_ATTEMPTED, EventType.UNDELIVERABLE);
    }

    static Stream<Arguments> failedAttempts() {
        return WORLD.numbers(Set.of("failed-attempt-then-delivered"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("troubles")
    void trouble_comes_in_the_form_of_the_carrier(String carrierId, String scenario, String number) {
        TrackingOutcome outcome = WORLD.caller(carrierId).track(number);

        switch (scenario) {
            case "not-found" -> assertThat(outcome).isInstanceOf(NotFound.class);
            case "carrier-down" -> assertThat(outcome).satisfies(failed(FailureKind.UNAVAILABLE));
            default -> assertThat(outcome).satisfies(failed(FailureKind.OVER_QUOTA));
        }
    }

    static Stream<Arguments> troubles() {
        return WORLD.numbers(Set.of("not-found", "carrier-down", "over-quota"));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_number_that_the_sandbox_does_not_know_is_not_found(String carrierId) {
        assertThat(WORLD.caller(carrierId).track("99999999999999")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_carrier_that_is_down_answers_with_status_503(String carrierId) {
        CarrierCaller caller = WORLD.caller(carrierId);

        HttpResponse<byte[]> response = caller.ask(WORLD.number(carrierId, "carrier-down"), caller.logIn());

        assertThat(response.statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_slow_carrier_lets_callers_wait(String carrierId) {
        CarrierCaller caller = WORLD.caller(carrierId);
        HttpRequest.Builder request =
                caller.request(WORLD.number(carrierId, "slow"), caller.logIn()).timeout(Duration.ofMillis(300));

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    static List<String> carriers() {
        return WORLD.sandbox.carriers();
    }

    @Test
    void all_carriers_with_a_tracking_interface_are_simulated() {
        assertThat(carriers()).contains("bring", "canada-post", "dhl", "dpd", "la-poste", "royal-mail", "ups", "usps");
    }

    @Test
    void a_consignment_has_several_parcels() {
        List<ParcelReport> reports = WORLD.found("bring", WORLD.number("bring", "consignment-of-several"));

        assertThat(reports)
                .extracting(SimulatedWorld::stage)
                .containsExactly(Stage.DELIVERED, Stage.OUT_FOR_DELIVERY, Stage.IN_TRANSIT);
        assertThat(reports).extracting(ParcelReport::piece).doesNotHaveDuplicates();
    }

    @Test
    void one_number_stands_for_several_shipments() {
        List<ParcelReport> reports = WORLD.found("dhl", WORLD.number("dhl", "several-shipments-one-number"));

        assertThat(reports).extracting(SimulatedWorld::stage).containsExactly(Stage.IN_TRANSIT, Stage.DELIVERED);
        assertThat(reports).extracting(ParcelReport::piece).doesNotHaveDuplicates();
    }

    @Test
    void several_numbers_get_an_array_with_a_return_code_each() throws IOException {
        String numbers = WORLD.number("la-poste", "delivered") + "," + WORLD.number("la-poste", "not-found");

        HttpResponse<byte[]> response = WORLD.caller("la-poste").ask(numbers, "");

        assertThat(Json.MAPPER.readTree(response.body()))
                .extracting(item -> item.path("returnCode").asInt())
                .containsExactly(200, 404);
    }
}
