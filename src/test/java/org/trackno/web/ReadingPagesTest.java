package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reader;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** What people do with the pages, in a real browser. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class ReadingPagesTest {
    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void what_matters_stands_first() {
        try (Reader reader = Reader.english()) {
            reader.open(PageStates.path("dhl", SandboxNumbers.of("dhl", "out-for-delivery")));

            List<String> order = reader
                    .page()
                    .locator("article [id]:is(#headline, #steps, #notice, #freshness, #carrier, #history, #map, #proof,"
                            + " #notify, #share)")
                    .all()
                    .stream()
                    .map(one -> one.getAttribute("id"))
                    .toList();
            assertThat(order)
                    .containsExactly(
                            "headline",
                            "steps",
                            "notice",
                            "freshness",
                            "carrier",
                            "history",
                            "map",
                            "proof",
                            "notify",
                            "share");
            assertThat(reader.text("h1")).contains("Out for delivery");
            assertThat(reader.text(".steps .here")).startsWith("Out for delivery");
            assertThat(reader.text("#freshness")).contains("Checked", "next check");
        }
    }

    @Test
    void a_change_is_put_in_place_without_taking_the_focus() {
        String number = "RB417526335GB";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant()).response());
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open(PageStates.path(number));
            assertThat(reader.text(".steps .here")).startsWith("In transit");
            page.focus("[data-print]");

            wire.restore();
            wire.answer(
                    "royal-mail",
                    number,
                    RoyalMailAnswer.moving(number, clock.instant())
                            .event("EVGPD", clock.instant(), "Carlisle DO")
                            .response());
            clock.advance(Duration.ofHours(1));
            trackno.track("royal-mail", number);

            assertThat(page.locator(".steps .here")).containsText("Out for delivery");
            assertThat(page.locator("[data-print]")).isFocused();
            assertThat(page.locator("#news")).containsText("Out for delivery");
            reader.assertClean("live");
        }
    }

    @Test
    void after_a_hand_over_both_numbers_are_there_to_copy_and_the_partners_page() {
        String number = "1Z4T8R21YW00000466";
        wire.answer("ups", number, okJson(UpsAnswer.handedOver(number, clock.instant())));
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open(PageStates.path("ups", number));

            assertThat(page.locator("#carrier .number")).hasText(new String[] {number, UpsAnswer.USPS_NUMBER});
            assertThat(page.locator("#carrier [data-copy]:visible")).hasCount(2);
            assertThat(page.locator("#carrier a.leg")).hasText("Track at USPS");
            reader.assertClean("hand-over");
            reader.screenshot("hand-over");
        }
    }

    @Test
    void a_parcel_is_remembered_named_archived_and_forgotten_in_the_browser_only() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open(PageStates.path(number));
            reader.open("/");

            page.click("#rename-" + number);
            page.keyboard().type("Mum’s present");
            page.keyboard().press("Enter");
            assertThat(page.locator("#recent li")).containsText("Mum’s present");
            page.locator("#recent > ul li .quiet").nth(1).click();
            assertThat(page.locator("#recent > ul li")).hasCount(0);
            assertThat(page.locator("#recent details li")).hasCount(1);
            page.click("#delete-all");
            page.click("dialog .danger");
            assertThat(page.locator("#recent")).isHidden();
            reader.assertClean("recent");
        }
    }

    @Test
    void carriers_are_shown_while_typing_and_can_be_changed() {
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open("/");
            page.fill(
                    "#numbers", "see https://www.royalmail.com/track-your-item#/tracking-results/RB417526304GB please");

            assertThat(page.locator("#found label")).hasText("RB417526304GB");
            page.selectOption("#found select", "");
            page.click(".ask .primary");
            page.waitForURL(url -> url.contains("/parcels/"));
            assertThat(page.url()).doesNotContain("RB417526304GB");
        }
    }

    @Test
    void a_postcode_is_asked_for_only_where_it_can_prove_something() {
        try (Reader reader = Reader.english()) {
            reader.open(PageStates.path(SandboxNumbers.of("royal-mail", "moving")));
            assertThat(reader.page().locator("#postcode")).hasCount(0);
            reader.open(PageStates.path("dhl", SandboxNumbers.of("dhl", "moving")));
            assertThat(reader.page().locator("#postcode")).hasCount(1);
            assertThat(reader.page().locator("#notify")).isHidden();
        }
    }

    @Test
    void everything_works_by_keyboard() {
        String number = SandboxNumbers.of("royal-mail", "delivered");
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open("/");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#numbers")).isFocused();
            page.keyboard().type(number);
            page.waitForSelector("#found select");
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> url.contains("/parcels/"));
            page.focus("#not-here summary");
            page.keyboard().press("Enter");
            assertThat(page.locator("#not-here li").first()).isVisible();
        }
    }

    @Test
    void without_scripts_everything_is_still_there() {
        String moving = SandboxNumbers.of("dhl", "moving");
        try (Reader reader = Reader.withoutScripts()) {
            Page page = reader.page();
            reader.open("/");
            page.fill("#numbers", moving);
            page.click(".ask .primary");
            assertThat(reader.text("h1")).isNotBlank();
            assertThat(page.locator("#history li").count()).isPositive();
            assertThat(page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]")
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator("button[data-copy]")).isHidden();
            page.fill("#postcode", "nonsense");
            page.click("#proof button");
            assertThat(page.locator("#proof .problem").count()).isEqualTo(1);
        }
    }

    @Test
    void one_slow_carrier_hides_no_other_parcel() {
        List<String> numbers = List.of(
                SandboxNumbers.of("royal-mail", "slow"),
                SandboxNumbers.of("royal-mail", "delivered"),
                SandboxNumbers.of("ups", "moving"),
                SandboxNumbers.of("royal-mail", "carrier-down"));
        try (Reader reader = Reader.english()) {
            Page page = reader.page();
            reader.open("/");
            page.fill("#numbers", String.join("\n", numbers));
            page.click(".ask .primary");

            assertThat(page.locator("#row-1 .state")).containsText("Delivered");
            assertThat(page.locator("#row-2:not(.waiting)")).hasCount(1);
            assertThat(page.locator("#progress")).hasText("4 of 4 answered");
            assertThat(page.locator("#row-0")).hasClass("failed");
            reader.assertClean("list");
        }
    }
}
