package org.trackno.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.testkit.SteppingClock;

/** A running sandbox of the bundled carriers whose clock a test holds, and how tests ask it. */
final class SimulatedWorld implements AutoCloseable {
    static final Catalogue CATALOGUE = Catalogue.bundled();
    static final Instant NOW = Instant.parse("2026-03-18T13:20:00Z");

    final SteppingClock clock = new SteppingClock(NOW);
    final Sandbox sandbox = Sandbox.start(CATALOGUE, clock);

    static CarrierFolder folder(String carrierId) {
        return CATALOGUE.find(carrierId).orElseThrow();
    }

    CarrierCaller caller(String carrierId) {
        return caller(carrierId, sandbox.credentials(carrierId));
    }

    CarrierCaller caller(String carrierId, Map<String, String> credentials) {
        return new CarrierCaller(folder(carrierId), sandbox.baseUrl(carrierId), credentials);
    }

    String number(String carrierId, String scenario) {
        return sandbox.numbers(carrierId).stream()
                .filter(number -> number.scenario().equals(scenario))
                .findFirst()
                .orElseThrow()
                .trackingNumber();
    }

    /** Carrier, scenario and number, for each number of these scenarios. */
    Stream<Arguments> numbers(Set<String> scenarios) {
        return sandbox.carriers().stream().flatMap(id -> sandbox.numbers(id).stream()
                .filter(number -> scenarios.contains(number.scenario()))
                .map(number -> Arguments.of(id, number.scenario(), number.trackingNumber())));
    }

    List<ParcelReport> found(String carrierId, String number) {
        TrackingOutcome outcome = caller(carrierId).track(number);
        assertThat(outcome).isInstanceOf(Found.class);
        assertThat(((Found) outcome).setAside()).isEmpty();
        return ((Found) outcome).reports();
    }

    static Stage stage(ParcelReport report) {
        return Timeline.of(report.events()).stage();
    }

    static TrackingOutcome read(String carrierId, HttpResponse<byte[]> response) {
        return folder(carrierId).adapter().orElseThrow().read(CarrierCaller.answer(response), TrackingQuery.EVERYTHING);
    }

    static Consumer<TrackingOutcome> failed(FailureKind kind) {
        return outcome -> assertThat(outcome).isInstanceOfSatisfying(Failed.class, failure -> assertThat(failure.kind())
                .isEqualTo(kind));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
