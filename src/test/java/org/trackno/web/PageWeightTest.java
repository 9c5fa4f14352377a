package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reader;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoUnderTest;

/**
 * What a parcel's page costs its reader, as the browser counts it on a slow 3G connection: 400 kbit/s and 400 ms to every
 * answer. The time to the first paint depends on the machine too, so it is written to {@code target/page-figures.txt}, beside
 * its goal, and not judged here.
 */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class PageWeightTest {
    private static final int VISITS = 5;
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
        String path = PageStates.path("dhl", SandboxNumbers.of("dhl", "delivered"));
        try (Reader reader = Reader.english()) {
            reader.open(path); // warm, so that neither carrier nor start is measured
        }
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            visits.add(visit(path));
        }
        visits.sort(Comparator.comparing(Visit::firstPaint));
        Visit median = visits.get(VISITS / 2);

        Files.writeString(
                Path.of("target/page-figures.txt"),
                """
                | parcel page on slow 3G, nothing cached, median of %d | goal | measured |
                |---|---|---|
                | bytes transferred, with the map | 50,000 without it | %,d |
                | first contentful paint | 1,000 ms | %,.0f ms |
                | layout shift | 0 | %.3f |
                """
                        .formatted(VISITS, median.bytes(), median.firstPaint(), median.shift()));
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.bytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
            assertThat(visit.shift()).isZero();
        });
    }

    /** What a visit by somebody who has nothing cached costs. */
    private record Visit(long bytes, double firstPaint, double shift) {}

    private static Visit visit(String path) {
        try (Reader reader = Reader.of("en", Reader.NARROW, ColorScheme.LIGHT)) {
            AtomicLong bytes = slow3g(reader);
            reader.open(path);
            reader.page().waitForLoadState(LoadState.NETWORKIDLE);
            double firstPaint = ((Number) reader.page().evaluate(FIRST_PAINT)).doubleValue();
            double shift = ((Number) reader.page().evaluate(LAYOUT_SHIFT)).doubleValue();
            return new Visit(bytes.get(), firstPaint, shift);
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
