package org.trackno.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reader;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoUnderTest;

/** On paper: what is known of the parcel, and nothing to press. The paper itself is kept beside the screenshots. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class PrintedPageTest {
    @Test
    void the_parcel_is_printed_and_what_can_be_pressed_is_not() {
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open(PageStates.path("dhl", SandboxNumbers.of("dhl", "delivered")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            reader.screenshot("print");

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#steps")).isVisible();
            assertThat(page.locator("#carrier .number")).isVisible();
            assertThat(page.locator("#history li").first()).isVisible();
            for (String pressed : new String[] {".top", ".bottom", "#share", "#proof", "#not-here"}) {
                assertThat(page.locator(pressed)).isHidden();
            }
            assertThat(page.locator("main button:visible")).hasCount(0);
            byte[] paper =
                    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target/screenshots/print.pdf")));
            assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .containsPattern("/Type /Pages\\s+/Count [12]\\b");
        }
    }
}
