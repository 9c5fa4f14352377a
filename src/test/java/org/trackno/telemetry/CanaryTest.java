package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

        ((OpenTelemetrySdk) openTelemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
        assertThat(refused.status()).isEqualTo(403);
        assertSilent("the log", lines.text());
        assertSilent("the figures", trackno.get("/metrics").body());
        assertSilent("spans", spans.text());
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.body()).doesNotContain("Canaryson", "Jonquil", POSTCODE));
        assertThat(spans.seen).as("spans were made").isNotEmpty();
        assertThat(trackno.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0; charset=utf-8")
                        .body())
                .as("figures name traces")
                .contains("trace_id=");
        assertThat(lines.text()).as("lines were written").contains("*****3001", "org.trackno.test");
        assertThat(trackno.get("/metrics").body())
                .contains("trackno_events_unmapped_total{carrier=\"royal-mail\",code=\"(text)\"}");
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

    private static void assertSilent(String where, String text) {
        assertThat(CANARIES).as(where).noneSatisfy(canary -> assertThat(text).contains(canary));
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

        String text() {
            return seen.toString();
        }
    }
}
