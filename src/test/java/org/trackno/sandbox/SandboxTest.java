package org.trackno.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.trackno.sandbox.SimulatedWorld.CATALOGUE;
import static org.trackno.sandbox.SimulatedWorld.folder;
import static org.trackno.sandbox.SimulatedWorld.stage;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.model.ParcelReport;
import org.trackno.model.Stage;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome.Found;

class SandboxTest {
    private final SimulatedWorld world = new SimulatedWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_moving_parcel_moves_on_and_what_was_told_stays_as_it_was(String carrierId) {
        String number = world.number(carrierId, "moving");
        List<TrackingEvent> told = world.found(carrierId, number).get(0).events();

        world.clock.advance(Duration.ofHours(19));
        ParcelReport nextMorning = world.found(carrierId, number).get(0);
        world.clock.advance(Duration.ofHours(5));
        ParcelReport nextAfternoon = world.found(carrierId, number).get(0);

        assertThat(nextMorning.events()).containsAll(told).hasSizeGreaterThan(told.size());
        assertThat(stage(nextMorning)).isEqualTo(Stage.OUT_FOR_DELIVERY);
        assertThat(stage(nextAfternoon)).isEqualTo(Stage.DELIVERED);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void the_saved_answers_of_the_folder_are_given_too(String carrierId) {
        Map<String, String> samples =
                SandboxFolder.read(folder(carrierId), Scenarios.bundled()).samples();
        assumeThat(samples).as("the carrier's answers state the number").isNotEmpty();

        samples.forEach((number, body) -> {
            CarrierCaller caller = world.caller(carrierId);
            HttpResponse<byte[]> response = caller.ask(number, caller.logIn());
            assertThat(response.body()).asString().isEqualTo(body);
        });
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void the_numbers_have_the_carriers_own_formats_and_are_all_different(String carrierId) {
        List<String> numbers = world.sandbox.numbers(carrierId).stream()
                .map(SandboxNumber::trackingNumber)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(number -> assertThat(
                        CATALOGUE.recogniser().recognise(number).candidates())
                .extracting(candidate -> candidate.carrier().id())
                .contains(carrierId));
    }

    static List<String> carriers() {
        try (SimulatedWorld world = new SimulatedWorld()) {
            return world.sandbox.carriers();
        }
    }

    @Test
    void the_stub_of_a_test_goes_before_the_simulation_and_the_journal_has_the_call() {
        world.sandbox.wireMock().stubFor(any(anyUrl()).willReturn(serverError()));

        HttpResponse<byte[]> response = world.caller("dhl").ask(world.number("dhl", "moving"), "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(world.sandbox.wireMock().getAllServeEvents()).hasSize(1);
    }

    @Test
    void many_callers_at_once_get_the_same_story() {
        CarrierCaller caller = world.caller("bring");
        String number = world.number("bring", "moving");

        List<?> stories = IntStream.range(0, 64)
                .parallel()
                .mapToObj(call -> caller.track(number))
                .distinct()
                .toList();

        assertThat(stories).singleElement().isInstanceOf(Found.class);
    }

    @Test
    void only_this_machine_can_ask() {
        assertThat(URI.create(world.sandbox.baseUrl("usps")).getHost()).isEqualTo("127.0.0.1");
        assertThat(world.sandbox.wireMock().getOptions().bindAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_carrier_that_is_not_simulated_has_no_address() {
        assertThatThrownBy(() -> world.sandbox.baseUrl("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
