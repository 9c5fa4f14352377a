package org.trackno.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reader;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoUnderTest;

/** On paper: what is known of the parcel, and nothing to press. The paper itself is kept beside the screenshots. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class PrintedPageTest {
    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void the_parcel_is_printed_and_what_can_be_pressed_is_not() {
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            String number = "RB417526936GB";
            wire.answer("royal-mail", number, tenScans(number, clock.instant()).response());
            reader.open(PageStates.path(number));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            reader.screenshot("print");

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#steps")).isVisible();
            assertThat(page.locator("#carrier .number")).isVisible();
            assertThat(page.locator("#history li").first()).isVisible();
            for (String pressed : new String[] {".top", ".bottom", "#share", "#not-here"}) {
                assertThat(page.locator(pressed)).isHidden();
            }
            assertThat(page.locator("main button:visible")).hasCount(0);
            byte[] paper =
                    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target/screenshots/print.pdf")));
            assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as("sheets of paper")
                    .containsPattern("/Type /Pages\\s+/Count 1\\b");
        }
    }

    /** An ordinary parcel, over five days and four towns. */
    private static RoyalMailAnswer tenScans(String number, Instant now) {
        Instant start = now.minus(Duration.ofDays(4));
        RoyalMailAnswer answer = RoyalMailAnswer.about(number)
                .event("EVDAV", start, "Truro DO")
                .event("EVGPD", now.minus(Duration.ofHours(6)), "Carlisle DO")
                .event("EVKOP", now.minus(Duration.ofHours(1)), "Carlisle DO");
        String[] offices = {
            "Truro DO", "Exeter MC", "Exeter MC", "Bristol MC", "Bristol MC", "Carlisle MC", "Carlisle DO"
        };
        for (int i = 0; i < offices.length; i++) {
            answer = answer.event("EVODO", start.plus(Duration.ofHours(3 + 11L * i)), offices[i]);
        }
        return answer;
    }
}
