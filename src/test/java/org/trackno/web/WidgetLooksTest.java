package org.trackno.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.support.Gzip;
import org.trackno.testkit.ForeignShop;
import org.trackno.testkit.Reader;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** How the element and the iframe look: in every state, from 280 pixels, light and dark, in all languages; seen as screenshots. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class WidgetLooksTest {
    private static final List<String> STATES = List.of(
            "announced",
            "moving",
            "out-for-delivery",
            "delivered",
            "failed-attempt-then-delivered",
            "available-for-pickup",
            "customs-hold",
            "return",
            "not-found");

    private static final String WIDER_THAN_ITS_PLACE =
            """
            () => [...document.querySelectorAll('trackno-parcel')].flatMap((host) => {
              const edge = host.getBoundingClientRect();
              return [...host.shadowRoot.querySelectorAll('.card, .card *')]
                .filter((one) => one.checkVisibility() && !one.closest('.hidden, .earlier')
                  && getComputedStyle(one).clipPath === 'none')
                .filter((one) => one.getBoundingClientRect().right > edge.right + 1
                  || one.getBoundingClientRect().left < edge.left - 1
                  || (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'
                    && !one.querySelector('.name')))
                .map((one) => host.lang + ' ' + one.outerHTML.slice(0, 120));
            })
            """;

    private final ForeignShop shop = new ForeignShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void every_state_fits_and_is_accessible_in_light_and_dark() {
        Map<String, String> numbers = SandboxNumbers.of("royal-mail");
        StringBuilder narrow = new StringBuilder();
        StringBuilder wide = new StringBuilder();
        for (String state : STATES) {
            narrow.append("<div class=w280>")
                    .append(WidgetTest.element(numbers.get(state), "theme=auto"))
                    .append("</div><br>");
            wide.append("<div class=w600>")
                    .append(WidgetTest.element(numbers.get(state), "theme=auto"))
                    .append("</div><br>");
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            look(narrow.toString(), "en", 320, scheme, "280", STATES.size());
            look(wide.toString(), "en", 700, scheme, "600", STATES.size());
        }
    }

    @Test
    void every_language_fits_from_280_pixels() {
        Map<String, String> numbers = SandboxNumbers.of("royal-mail");
        List<String> states =
                List.of("out-for-delivery", "available-for-pickup", "failed-attempt-then-delivered", "return");
        for (Language language : Language.values()) {
            StringBuilder body = new StringBuilder();
            for (String state : states) {
                body.append("<div class=w280>")
                        .append(WidgetTest.element(numbers.get(state), "lang=" + language.code()))
                        .append("</div><br>");
            }
            look(body.toString(), "en", 320, ColorScheme.LIGHT, "280-" + language.code(), states.size());
            look(
                    body.toString().replace("w280", "w600"),
                    "en",
                    700,
                    ColorScheme.LIGHT,
                    "600-" + language.code(),
                    states.size());
        }
    }

    @Test
    void a_light_page_has_a_light_parcel_whatever_the_system_says() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        try (Reader reader = Reader.of("en", 480, ColorScheme.DARK)) {
            reader.visit(shop.registered(), shop.page(WidgetTest.element(number, "class=dressed")));
            assertThat(reader.page().locator(".what")).isVisible();

            assertThat(reader.page().locator(".card").evaluate("one => getComputedStyle(one).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(reader.page().locator(".link").evaluate("one => getComputedStyle(one).color"))
                    .isEqualTo("rgb(109, 40, 217)");
            assertThat(reader.page().locator(".link").evaluate("one => getComputedStyle(one).textTransform"))
                    .isEqualTo("uppercase");
            assertThat(reader.page().locator(".card").evaluate("one => getComputedStyle(one).borderRadius"))
                    .isEqualTo("3px");
            reader.screenshot("widget-dressed");
        }
    }

    @Test
    void an_iframe_is_accessible_and_fits() {
        for (String state : List.of("out-for-delivery", "available-for-pickup", "not-found")) {
            for (String theme : List.of("light", "dark")) {
                try (Reader reader = Reader.of("en", 280, ColorScheme.LIGHT)) {
                    keepAsItIs(reader);
                    reader.open("/embed/" + SandboxNumbers.of("royal-mail", state)
                            + "?carrier=royal-mail&storefront=hollyhock" + "&theme=" + theme);
                    String name = "iframe-" + state + "-280-" + theme;
                    reader.screenshot(name);
                    reader.assertWell(name);
                }
            }
        }
    }

    /** A parcel that is due to be asked for is read again while it is looked at: that is for {@link WidgetTest}. */
    private static void keepAsItIs(Reader reader) {
        reader.page()
                .route(
                        url -> url.contains("/stream"),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/event-stream")
                                .setBody(":\n\n")));
    }

    @Test
    void the_page_to_try_it_on_is_accessible() {
        for (int width : List.of(Reader.NARROW, Reader.WIDE)) {
            try (Reader reader = Reader.of("en", width, ColorScheme.LIGHT)) {
                reader.open("/embed/try");
                reader.page().getByText("available-for-pickup").click();
                assertThat(reader.page().locator("trackno-parcel .what")).hasCount(4);
                assertThat(reader.page().locator("#heard")).containsText("AVAILABLE_FOR_PICKUP");
                assertThat(reader.page().frameLocator("iframe").locator(".what"))
                        .isVisible();
                reader.screenshot("embed-try-" + width);
                reader.assertWell("embed-try-" + width);
            }
        }
    }

    @Test
    void nothing_around_it_moves_and_little_is_loaded() throws IOException {
        Map<String, String> numbers = SandboxNumbers.of("royal-mail");
        StringBuilder figures = new StringBuilder();
        double sum = 0;
        for (String state :
                List.of("moving", "out-for-delivery", "delivered", "available-for-pickup", "customs-hold")) {
            for (int width : List.of(320, 700)) {
                try (Reader reader = Reader.of("en", width, ColorScheme.LIGHT)) {
                    reader.visit(
                            shop.registered(),
                            shop.page("<div class=w600>" + WidgetTest.element(numbers.get(state), "") + "</div>"));
                    assertThat(reader.page().locator(".what")).isVisible();
                    reader.page().evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
                    double shift = ((Number) reader.page().evaluate("shifted")).doubleValue();
                    int height = ((Number)
                                    reader.page().evaluate("document.querySelector('trackno-parcel').offsetHeight"))
                            .intValue();
                    figures.append(
                            "%s at %d px: %d px high, layout shift %.4f%n".formatted(state, width, height, shift));
                    sum += shift;
                }
            }
        }
        byte[] script = new TracknoClient().get("/trackno.js").body().getBytes(StandardCharsets.UTF_8);
        int compressed = Gzip.pack(script).length;
        figures.append("trackno.js: %d bytes, %d compressed%n".formatted(script.length, compressed));
        Files.writeString(Path.of("target/widget-figures.txt"), figures.toString());
        assertThat(sum).as(figures.toString()).isZero();
        assertThat(compressed).isLessThan(20_000);
    }

    private void look(String body, String language, int width, ColorScheme scheme, String what, int count) {
        String name = "widget-" + what + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        try (Reader reader = Reader.of(language, width, scheme)) {
            reader.visit(shop.registered(), shop.page(body));
            if (scheme == ColorScheme.DARK) {
                reader.page().evaluate("document.documentElement.classList.add('dark')");
            }
            assertThat(reader.page().locator(".card[aria-busy=false]")).hasCount(count);
            reader.screenshot(name);
            assertThat((List<?>) reader.page().evaluate(WIDER_THAN_ITS_PLACE))
                    .as(name)
                    .isEmpty();
            reader.assertWell(name);
        }
    }
}
