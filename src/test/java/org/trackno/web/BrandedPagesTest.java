package org.trackno.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reader;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.StorefrontProperties;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Pages on behalf of a storefront: its logo, colours, words and links, on every page that one leads to. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class BrandedPagesTest {
    private static final String SHOP = "storefront=" + StorefrontProperties.SHOP;

    @Inject
    TracknoClient trackno;

    @Test
    void a_parcel_page_looks_like_the_storefront_and_stays_as_safe_and_readable() {
        String path = PageStates.path(SandboxNumbers.of("royal-mail", "out-for-delivery")) + "&" + SHOP;
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {Reader.NARROW, Reader.WIDE}) {
                try (Reader reader = Reader.of("en", width, scheme)) {
                    reader.open(path);
                    assertThat(reader.page().locator(".branded img")).hasAttribute("alt", "Hollyhock Home");
                    assertThat(reader.page().title()).endsWith("– Hollyhock Home");
                    assertThat(reader.text(".greeting")).isEqualTo("Your order from Hollyhock Home.");
                    assertThat(reader.text(".storefront")).contains("within a working day", "Contact", "Returns");
                    Object drawn = reader.page().evaluate("document.querySelector('.branded img').naturalWidth");
                    assertThat(((Number) drawn).intValue()).isPositive();
                    assertThat(reader.page()
                                    .locator(".branded")
                                    .evaluate("one => getComputedStyle(one).backgroundColor"))
                            .isEqualTo("rgb(59, 10, 36)");
                    String name = "branded-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                    reader.screenshot(name);
                    reader.assertWell(name);
                }
            }
        }
    }

    @Test
    void texts_are_in_the_readers_language_or_not_there() {
        try (Reader reader = Reader.of("de", Reader.NARROW, ColorScheme.LIGHT)) {
            reader.open(PageStates.path(SandboxNumbers.of("royal-mail", "delivered")) + "&" + SHOP);

            assertThat(reader.text(".greeting")).isEqualTo("Ihre Bestellung bei Hollyhock Home.");
            assertThat(reader.text(".storefront")).contains("Zum Shop").doesNotContain("working day");
            reader.screenshot("branded-320-de");
            reader.assertWell("branded in German");
        }
    }

    @Test
    void every_page_that_one_leads_to_is_the_storefronts_too() {
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open("/?" + SHOP);
            assertThat(page.locator(".branded")).isVisible();
            page.fill("#numbers", SandboxNumbers.of("royal-mail", "moving"));
            page.click(".ask .primary");
            page.waitForURL(url -> url.contains("/parcels/"));
            assertThat(page.locator(".branded")).isVisible();
            assertThat(page.locator("[data-link]").getAttribute("href")).contains(SHOP);
            page.locator(".languages a[lang=fr]").click();
            assertThat(page.locator(".branded")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            reader.open("/nowhere?" + SHOP);
            assertThat(page.locator(".branded")).isVisible();
            reader.open("/?storefront=nobody");
            assertThat(page.locator(".branded")).hasCount(0);
            assertThat(page.locator(".brand")).hasText("Trackno");
        }
    }

    @Test
    void logo_and_colours_are_files_of_our_own() {
        String html = trackno.get("/?" + SHOP, "Accept", "text/html").body();
        Reply logo = trackno.get(html.replaceAll("(?s).*src=\"(/assets/storefronts/[^\"]+\\.svg)\".*", "$1"));
        Reply style = trackno.get(html.replaceAll("(?s).*href=\"(/assets/storefronts/[^\"]+\\.css)\".*", "$1"));

        assertThat(logo.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(logo.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(logo.header("Cache-Control")).contains("immutable");
        assertThat(style.body()).contains("--accent:#9d174d");
        assertThat(trackno.get("/assets/storefronts/..%2Fpage.css").status()).isEqualTo(404);
    }
}
