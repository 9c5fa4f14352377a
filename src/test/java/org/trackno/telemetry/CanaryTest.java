package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LimitedWorld;
import org.trackno.testkit.LogLines;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RequestFigures;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** Made-up people who are in carriers' answers and in requests: none of it leaves by log, figures, spans or errors. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(LimitedWorld.class)
class CanaryTest {
    private static final String CARRIER = "royal-mail";
    private static final String NUMBER = "880033001";
    private static final String BROKEN = "880033002";
    private static final String UNKNOWN = "880033003";
    private static final String WARM = "QC880033041GB";
    private static final String SHARED = "1ZCAFE000300000110";
    private static final String SMALL = "qc880033055gb";
    private static final String IN_GROUPS = "qc%20880%20033%20055%20gb";
    private static final String NAME = "Jonquil Canaryson";
    private static final String STREET = "77 Canarybird Lane";
    private static final String POSTCODE = "CN4 7RY";
    private static final List<String> CANARIES = List.of(
            WARM, NUMBER, BROKEN, UNKNOWN, "Jonquil", "Canaryson", "Canarybird", POSTCODE, "CN47RY", "CN4%207RY");

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @Inject
    OpenTelemetry openTelemetry;

    @Inject
    Spans spans;

    private final LogLines lines = new LogLines();

    @BeforeEach
    void listen() {
        lines.listen();
    }

    @AfterEach
    void restore() {
        lines.close();
        wire.restore();
    }

    @Test
    void nobody_is_in_logs_figures_spans_or_errors() {
        wire.answer(
                CARRIER,
                NUMBER,
                RoyalMailAnswer.about(NUMBER)
                        .event("EVDAV", clock.instant(), STREET)
                        .event("Left with " + NAME, clock.instant(), NAME)
                        .response());
        wire.answer(CARRIER, BROKEN, WireMock.okJson("{\"mailPieces\": " + NAME + STREET + POSTCODE));

        trackno.track(CARRIER, NUMBER).snapshot();
        trackno.get("/v1/track/" + NUMBER);
        warm();
        Reply refused = ask(NUMBER, "&postcode=CN4%207RY");
        List<Reply> errors = new ArrayList<>(List.of(ask(BROKEN, ""), ask(UNKNOWN, "&postcode=CN4%207RY")));
        errors.add(refused);
        errors.add(trackno.post("{\"numbers\": [\"" + NUMBER + "\"], \"" + "postcode\": \"" + POSTCODE + "\""));
        errors.add(trackno.get("/v1/track/" + NUMBER + "/diagnosis?carrier=" + CARRIER));
        org.jboss.logging.Logger.getLogger("org.trackno.test")
                .error("row " + NUMBER, new IllegalStateException("Key (n)=(" + NAME + ")"));

        assertThat(refused.status()).isEqualTo(403);
        assertSilent("the log", lines.text());
        assertSilent("the figures", trackno.get("/metrics").body());
        assertSilent("spans", traced());
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.body()).doesNotContain("Canaryson", "Jonquil", POSTCODE));
        assertThat(traced()).as("spans were made").contains("/v1/track/{number}");
        assertThat(trackno.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0; charset=utf-8")
                        .body())
                .as("figures name traces")
                .contains("trace_id=");
        assertThat(lines.text()).as("lines were written").contains("*****3001", "org.trackno.test");
        assertThat(trackno.get("/metrics").body())
                .contains("trackno_events_unmapped_total{carrier=\"royal-mail\",code=\"(text)\"}");
    }

    @Test
    void no_address_that_tells_of_a_parcel_is_in_logs_figures_or_spans() {
        wire.answer("ups", SHARED, WireMock.okJson(UpsAnswer.delivered(SHARED, clock.instant())));
        String link = location("/track/" + SHARED + "/proof?carrier=ups", "postcode=" + UpsAnswer.POSTCODE);
        String sealed = location("/track", "numbers=" + SHARED);
        List<String> addresses = List.of(
                "/embed/" + SMALL, "/embed/" + IN_GROUPS, "/track/" + SMALL, "/v1/detect/" + SMALL, link, sealed);

        addresses.forEach(
                address -> askInManyWays(address, address.startsWith("/v1") ? "application/json" : "text/html"));
        trackno.get("/embed/try?number=" + SMALL, Failing.HEADER, "yes");

        String figures = trackno.get("/metrics").body();
        assertThat(List.of(SMALL, IN_GROUPS, SHARED, secretOf(link), secretOf(sealed)))
                .allSatisfy(secret -> {
                    assertThat(lines.text()).doesNotContainIgnoringCase(secret);
                    assertThat(figures).doesNotContainIgnoringCase(secret);
                    assertThat(traced()).doesNotContainIgnoringCase(secret);
                });
        assertThat(lines.text())
                .contains("Request to /shared/{secret} failed", "bug at /embed/{number}", "/embed/try?number=… failed");
        assertThat(traced()).contains("/embed/{number}", "/shared/{secret}", "/parcels/{sealed}", "/embed/try");
        assertThat(figures)
                .contains("status=\"405\",uri=\"/shared/{secret}\"", "status=\"500\",uri=\"/parcels/{sealed}\"");
    }

    @Test
    void an_exception_in_a_span_is_masked_as_in_the_log() {
        openTelemetry
                .getTracer("canary")
                .spanBuilder("broken")
                .startSpan()
                .recordException(new IllegalStateException("Key (n)=(" + NAME + ") of " + WARM))
                .end();

        assertThat(traced())
                .contains("exception.type=java.lang.IllegalStateException", "Key (n)=(…) of *********41GB")
                .doesNotContain("Canaryson", WARM);
    }

    /** As it is meant to be asked for, in three ways that no resource takes, and where there is a bug. */
    private void askInManyWays(String address, String accepted) {
        assertThat(trackno.get(address, "Accept", accepted).status()).isIn(200, 404);
        assertThat(trackno.get(address, "Accept", "image/png").status()).isEqualTo(406);
        assertThat(trackno.get(address + "/nothing").status()).isEqualTo(404);
        assertThat(trackno.send(trackno.request(address).DELETE()).status()).isEqualTo(405);
        assertThat(trackno.get(address, Failing.HEADER, "yes").status()).isEqualTo(500);
    }

    private static String secretOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private String location(String path, String form) {
        Reply answer = trackno.send(trackno.request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.status()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    /** A parcel that is answered from memory, before REST. */
    private void warm() {
        wire.answer(CARRIER, WARM, RoyalMailAnswer.moving(WARM, clock.instant()).response());
        trackno.get("/v1/track/" + WARM).snapshot();
        RequestFigures before = RequestFigures.of(trackno);

        trackno.get("/v1/track/" + WARM).snapshot();

        assertThat(RequestFigures.of(trackno).found()).as("counted once").isEqualTo(before.found() + 1);
    }

    private Reply ask(String number, String more) {
        return trackno.get("/v1/track/" + number + "?carrier=" + CARRIER + more);
    }

    /** Every span so far. Of exceptions only what is told of them is exported. */
    private String traced() {
        ((OpenTelemetrySdk) openTelemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
        return spans.seen.stream()
                .map(span -> span.getName()
                        + span.getStatus()
                        + span.getAttributes()
                        + span.getEvents().stream()
                                .map(EventData::getAttributes)
                                .toList())
                .collect(Collectors.joining("\n"));
    }

    private static void assertSilent(String where, String text) {
        assertThat(CANARIES).as(where).noneSatisfy(canary -> assertThat(text).contains(canary));
    }

    /** A bug in front of everything, for whoever asks for it. */
    @Singleton
    static class Failing {
        static final String HEADER = "X-Canary-Fails";

        void register(@Observes Filters filters) {
            filters.register(
                    context -> {
                        if (context.request().headers().contains(HEADER)) {
                            throw new IllegalStateException(
                                    "a bug at " + context.request().uri());
                        }
                        context.next();
                    },
                    1);
        }
    }

    /** Everything that is traced, as it is exported. */
    @Singleton
    static class Spans implements SpanExporter {
        private final List<SpanData> seen = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> batch) {
            seen.addAll(batch);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
