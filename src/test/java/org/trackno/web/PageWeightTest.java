package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reader;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoUnderTest;

/**
 * What a parcel's page costs its reader, as the browser counts it on a slow 3G connection: 400 kbit/s and 400 ms to every
 * answer. The time to the first paint depends on the machine too, so it is written to {@code target/page-figures.txt} and not
 * judged here.
 */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class PageWeightTest {
    private static final long MOST_BYTES = 50_000;
    private static final int LATENCY_MILLIS = 400;
    private static final int BYTES_PER_SECOND = 400_000 / 8;

    private static final String FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime";
    private static final String LAYOUT_SHIFT =
            """
            () => new Promise((done) => {
                let sum = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
                    .observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => setTimeout(() => done(sum), 100));
            })
            """;

    @Test
    void a_parcel_page_is_light_and_stands_still() throws IOException {
        try (Reader reader = Reader.english()) {
            reader.open(PageStates.path(
                    SandboxNumbers.of("royal-mail", "delivered"))); // warm, so that no carrier is measured
        }
        try (Reader reader = Reader.of("en", Reader.NARROW, com.microsoft.playwright.options.ColorScheme.LIGHT)) {
            AtomicLong bytes = slow3g(reader);

            reader.open(PageStates.path(SandboxNumbers.of("royal-mail", "delivered")));
            reader.page().waitForLoadState(LoadState.NETWORKIDLE);
            double firstPaint = ((Number) reader.page().evaluate(FIRST_PAINT)).doubleValue();
            double shift = ((Number) reader.page().evaluate(LAYOUT_SHIFT)).doubleValue();

            Files.writeString(
                    Path.of("target/page-figures.txt"),
                    "Parcel page on slow 3G: %d bytes transferred, first contentful paint after %.0f ms, layout shift %.3f%n"
                            .formatted(bytes.get(), firstPaint, shift));
            assertThat(bytes.get()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
            assertThat(shift).isZero();
        }
    }

    /** Slows the reader's network down; counts the bytes that go over it. */
    private static AtomicLong slow3g(Reader reader) {
        CDPSession session = reader.page().context().newCDPSession(reader.page());
        AtomicLong bytes = new AtomicLong();
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.emulateNetworkConditions", conditions);
        return bytes;
    }
}
