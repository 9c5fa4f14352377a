package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.support.Json;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.ForeignShop;
import org.trackno.testkit.Reader;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What the element does in a page of another origin, whose policy forbids everything that docs/embed.md does not ask for. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class WidgetTest {
    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    private final ForeignShop shop = new ForeignShop();

    @AfterEach
    void close() {
        shop.close();
        wire.restore();
    }

    @Test
    void a_foreign_page_shows_the_parcel_and_hears_its_stage() {
        String number = SandboxNumbers.of("royal-mail", "out-for-delivery");
        try (Reader reader = Reader.english()) {
            visit(reader, element(number, ""));

            assertThat(reader.page().locator(".what")).hasText("Out for delivery");
            assertThat(reader.page().locator(".steps [aria-current]")).containsText("Out for delivery");
            assertThat(reader.page().locator(".link")).hasText("All details");
            assertThat(reader.page().locator(".link").evaluate("link => link.href"))
                    .isEqualTo(TracknoClient.root()
                            .resolve("/track/" + number + "?carrier=royal-mail&storefront=hollyhock&lang=en")
                            .toString());
            JsonNode heard = heard(reader).get(0);
            assertThat(heard.path("name").asText()).isEqualTo("trackno:stage");
            assertThat(heard.path("tag").asText()).isEqualTo("TRACKNO-PARCEL");
            assertThat(heard.path("number").asText()).isEqualTo(number);
            assertThat(heard.path("stage").asText()).isEqualTo("OUT_FOR_DELIVERY");
            assertThat(heard.path("previous").isNull()).isTrue();
            assertThat(heard.path("estimate").path("basis").asText()).isEqualTo("CARRIER");
            reader.assertClean("widget");
        }
    }

    @Test
    void a_change_comes_by_itself_and_takes_no_focus() {
        String number = "RB417526366GB";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response());
        try (Reader reader = Reader.english()) {
            List<String> streams = new CopyOnWriteArrayList<>();
            reader.page().onResponse(response -> {
                if (response.url().contains("/stream")) {
                    streams.add(response.url());
                }
            });
            visit(reader, element(number, "") + frame(number));
            reader.page().waitForCondition(() -> streams.size() == 2);
            assertThat(reader.page().locator(".steps [aria-current]")).containsText("In transit");
            reader.page().locator(".link").focus();

            wire.restore();
            wire.answer(
                    "royal-mail",
                    number,
                    RoyalMailAnswer.moving(number, clock.instant())
                            .event("EVGPD", clock.instant(), "Carlisle DO")
                            .response());
            clock.advance(Duration.ofHours(1));
            trackno.track("royal-mail", number);

            assertThat(reader.page().locator(".steps [aria-current]")).containsText("Out for delivery");
            assertThat(reader.page().frameLocator("iframe").locator(".steps [aria-current]"))
                    .containsText("Out for delivery");
            assertThat(reader.page().locator(".link")).isFocused();
            assertThat(reader.page().locator("[role=status]")).containsText("Out for delivery");
            assertThat(heard(reader)).hasSize(2);
            assertThat(heard(reader).get(1).path("previous").asText()).isEqualTo("IN_TRANSIT");
            reader.assertClean("live widget");
        }
    }

    @Test
    void attributes_that_change_show_another_parcel() {
        String moving = SandboxNumbers.of("royal-mail", "moving");
        String delivered = SandboxNumbers.of("royal-mail", "delivered");
        try (Reader reader = Reader.english()) {
            visit(reader, element(moving, ""));
            assertThat(reader.page().locator(".steps [aria-current]")).containsText("In transit");

            reader.page()
                    .evaluate("number => { document.querySelector('trackno-parcel').number = number; }", delivered);
            assertThat(reader.page().locator(".kicker")).hasText("Delivered");
            reader.page().evaluate("document.querySelector('trackno-parcel').lang = 'de'");
            assertThat(reader.page().locator(".kicker")).hasText("Zugestellt");
            assertThat(reader.page().locator(".card")).hasAttribute("lang", "de");
            reader.page().evaluate("document.querySelector('trackno-parcel').removeAttribute('number')");
            assertThat(reader.page().locator(".card")).isHidden();
            reader.assertClean("changed widget");
        }
    }

    @Test
    void an_element_that_is_taken_away_lets_go_of_its_stream() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            List<Request> ended = new CopyOnWriteArrayList<>();
            page.onRequestFailed(ended::add);
            Request stream = page.waitForRequest(
                    request -> request.url().contains("/stream"), () -> visit(reader, element(number, "")));

            page.evaluate("document.querySelector('trackno-parcel').remove()");

            page.waitForCondition(() -> ended.contains(stream));
            page.waitForRequest(
                    request -> request.url().contains("/stream"),
                    () -> page.evaluate(
                            """
                            number => {
                              const one = document.createElement('trackno-parcel');
                              one.number = number;
                              one.carrier = 'royal-mail';
                              document.querySelector('main').append(one);
                            }
                            """,
                            number));
            reader.assertClean("removed widget");
        }
    }

    @Test
    void many_elements_on_a_page_leave_the_browser_connections() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        try (Reader reader = Reader.english()) {
            List<String> streams = new CopyOnWriteArrayList<>();
            reader.page().onRequest(request -> {
                if (request.url().contains("/stream")) {
                    streams.add(request.url());
                }
            });
            visit(reader, element(number, "").repeat(8));

            assertThat(reader.page().locator(".what")).hasCount(8);
            assertThat(streams).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void what_is_wrong_is_said_and_heard() {
        String unknown = SandboxNumbers.of("royal-mail", "not-found");
        try (Reader reader = Reader.english()) {
            visit(reader, element(unknown, ""));

            assertThat(reader.page().locator(".title")).hasText("Royal Mail does not know this parcel yet");
            assertThat(heard(reader).get(0).path("name").asText()).isEqualTo("trackno:error");
            assertThat(heard(reader).get(0).path("reason").asText()).isEqualTo("parcel-not-found");
            reader.assertClean("unknown parcel");
        }
    }

    @Test
    void a_page_that_is_not_registered_gets_nothing_but_a_link() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        try (Reader reader = Reader.english()) {
            shop.page(element(number, ""));
            reader.visit(shop.unregistered(), shop.unregistered() + "/order");

            assertThat(reader.page().locator(".title")).hasText("We cannot look this up right now");
            assertThat(reader.page().locator(".link")).isVisible();
            assertThat(reader.page().locator(".steps")).hasCount(0);
            assertThat(heard(reader).get(0).path("reason").asText()).isEqualTo("unreachable");
        }
    }

    @Test
    void an_iframe_works_without_scripts_and_in_registered_pages_only() {
        String number = SandboxNumbers.of("royal-mail", "available-for-pickup");
        try (Reader reader = Reader.withoutScripts()) {
            visit(reader, frame(number));
            assertThat(reader.page().frameLocator("iframe").locator(".notice")).containsText("What you need to do");
            assertThat(reader.page().frameLocator("iframe").locator(".link")).hasAttribute("target", "_blank");
            reader.assertClean("iframe");

            reader.visit(shop.unregistered(), shop.unregistered() + "/order");
            assertThat(reader.page().frameLocator("iframe").locator(".notice")).hasCount(0);
            assertThat(reader.complaints()).anySatisfy(one -> assertThat(one).contains("frame-ancestors"));
        }
    }

    @Test
    void it_is_reached_and_followed_by_keyboard() {
        String number = SandboxNumbers.of("royal-mail", "delivered");
        try (Reader reader = Reader.english()) {
            visit(reader, element(number, ""));
            assertThat(reader.page().locator(".link")).isVisible();
            reader.page().keyboard().press("Tab");
            assertThat(reader.page().locator(".link")).isFocused();
            reader.page().keyboard().press("Enter");
            reader.page().waitForURL(url -> url.contains("/track/" + number));
            assertThat(reader.page().locator(".branded")).isVisible();
            reader.assertClean("followed");
        }
    }

    @Test
    void no_text_of_a_carrier_becomes_code() {
        List<String> attacks = HostileTextTest.attacks();
        int atOnce = 5;
        try (Reader reader = Reader.english()) {
            visit(reader, "<trackno-parcel carrier=\"ups\"></trackno-parcel>");
            for (int first = 0; first < attacks.size(); first += atOnce) {
                List<String> some = attacks.subList(first, Math.min(first + atOnce, attacks.size()));
                String number = "1ZCAFE0003001" + (10_000 + first);
                wire.answer("ups", number, okJson(answer(some, attacks, number)));

                show(reader, number);

                assertThat(reader.page().locator(".place").allTextContents()).hasSameSizeAs(some);
                assertThat(reader.page().locator(".last .place")).containsText(some.get(0));
                assertHarmless(reader, "document.querySelector('trackno-parcel').shadowRoot");
            }
            String last = "1ZCAFE0003001" + (10_000 + attacks.size() - atOnce);
            reader.open("/embed/" + last + "?carrier=ups");
            assertThat(reader.page().locator(".place")).hasCount(atOnce);
            assertHarmless(reader, "document.querySelector('.trackno')");
        }
    }

    @Test
    void no_number_that_a_page_was_given_becomes_code() {
        try (Reader reader = Reader.english()) {
            visit(reader, "<trackno-parcel></trackno-parcel>");
            for (String attack : HostileTextTest.attacks()) {
                show(reader, attack);
                assertHarmless(reader, "document.querySelector('trackno-parcel').shadowRoot");
            }
        }
    }

    /** The scripts of a storefront's page put a number into the element, and hear what came of it. */
    private static void show(Reader reader, String number) {
        int before = heard(reader).size();
        reader.page().evaluate("number => { document.querySelector('trackno-parcel').number = number; }", number);
        reader.page().waitForFunction("before => heard.length > before", before);
    }

    private String answer(List<String> some, List<String> all, String number) {
        List<String> chosen = new ArrayList<>(some);
        chosen.addAll(all.subList(0, 8)); // what the answer puts into the other fields
        return HostileTextTest.answer(chosen.subList(0, Math.max(8, some.size())), clock.instant())
                .replace(HostileTextTest.NUMBER, number);
    }

    private static void assertHarmless(Reader reader, String root) {
        assertThat(reader.page().evaluate("typeof hacked")).isEqualTo("undefined");
        assertThat(reader.page()
                        .evaluate(
                                """
                        () => [...ROOT.querySelectorAll('*')].filter((one) =>
                            !/^(DIV|SECTION|P|OL|LI|SPAN|STRONG|TIME|A|H1)$/.test(one.tagName)
                            || [...one.attributes].some(({ name, value }) => name.startsWith('on') || name === 'style'
                                || /^\\s*(javascript|data):/i.test(value)))
                            .map((one) => one.outerHTML)
                        """
                                        .replace("ROOT", root)))
                .isEqualTo(List.of());
        reader.assertClean("hostile text");
    }

    private void visit(Reader reader, String body) {
        reader.visit(shop.registered(), shop.page(body));
    }

    static String element(String number, String more) {
        return "<trackno-parcel number=\"" + number + "\" carrier=\"royal-mail\" storefront=\"hollyhock\" " + more
                + "></trackno-parcel>";
    }

    static String frame(String number) {
        return "<iframe title=\"Your parcel\" src=\"TRACKNO/embed/" + number
                + "?carrier=royal-mail&storefront=hollyhock\"></iframe>";
    }

    private static JsonNode heard(Reader reader) {
        return Json.MAPPER.valueToTree(reader.page().evaluate("heard"));
    }
}
