package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What pages offer beside themselves: the map, the date for a calendar, the list as a table. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class PageFilesTest {
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
    void the_map_shows_the_towns_that_were_passed() {
        String page = "/track/" + SandboxNumbers.of("dhl", "delivered") + "?carrier=dhl";

        String html = page(page).body();
        Reply light = trackno.get(address(html, "<img src=\"([^\"]+)\""));
        Reply dark = trackno.get(address(html, "<source srcset=\"([^\"]+)\""));

        assertThat(html).contains("<p>Jena → Nohra → Passau</p>", "GeoNames").doesNotContain("Not on the map");
        assertThat(light.status()).isEqualTo(200);
        assertThat(light.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(light.header("Cache-Control")).contains("private");
        assertThat(light.body()).contains(">Jena<", ">Passau<");
        assertThat(dark.body()).contains(">Jena<").isNotEqualTo(light.body());
    }

    @Test
    void a_town_that_is_not_known_is_left_out_and_named() {
        String number = "RB417526352GB";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant())
                        .event("EVIAV", clock.instant(), "Nowhere Special")
                        .response());

        assertThat(page("/track/" + number + "?carrier=royal-mail").body())
                .contains("<p>Truro → Bristol → Carlisle</p>", "Not on the map: Nowhere Special.");
    }

    @Test
    void one_town_is_no_map() {
        String announced = "/track/" + SandboxNumbers.of("royal-mail", "announced");

        assertThat(page(announced + "?carrier=royal-mail").body()).doesNotContain("map.svg");
        assertThat(trackno.get(announced + "/map.svg?carrier=royal-mail").status())
                .isEqualTo(404);
    }

    @Test
    void the_expected_date_goes_into_a_calendar_in_the_time_of_the_place() {
        String number = SandboxNumbers.of("royal-mail", "moving");
        String html = page("/track/" + number + "?carrier=royal-mail").body();

        Reply file = page(address(html, "class=\"calendar\"><a href=\"([^\"]+)\""), "Accept-Language", "de");
        VEvent event = Biweekly.parse(file.body()).first().getEvents().get(0);

        assertThat(file.header("Content-Type")).startsWith("text/calendar");
        assertThat(event.getSummary().getValue()).isEqualTo("Paket von Royal Mail");
        assertThat(event.getUid().getValue()).endsWith("@trackno").doesNotContain(number);
        assertThat(event.getTransparency().isTransparent()).isTrue();
        assertThat(event.getDateStart().getValue()).isBefore(event.getDateEnd().getValue());
        assertThat(file.body()).contains("BEGIN:VTIMEZONE", "DTSTART;TZID=");
    }

    @Test
    void a_day_without_hours_is_a_whole_day() {
        String number = SandboxNumbers.of("canada-post", "moving");
        String html = page("/track/" + number + "?carrier=canada-post").body();

        Reply file = trackno.get(address(html, "class=\"calendar\"><a href=\"([^\"]+)\""));

        assertThat(file.body())
                .contains("DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void there_is_no_date_for_a_calendar_where_nobody_knows_one() {
        String delivered = "/track/" + SandboxNumbers.of("royal-mail", "delivered");

        assertThat(page(delivered + "?carrier=royal-mail").body()).doesNotContain("expected.ics");
        assertThat(trackno.get(delivered + "/expected.ics?carrier=royal-mail").status())
                .isEqualTo(404);
    }

    @Test
    void the_list_can_be_saved_as_a_table() throws IOException {
        List<String> numbers =
                List.of(SandboxNumbers.of("dhl", "delivered"), SandboxNumbers.of("royal-mail", "not-found"));
        String list = form("/track", "numbers=" + String.join("%0A", numbers)).header("Location");

        Reply file = form(list + "/list.csv?lang=fr", "");
        List<String[]> rows = rows(file.body());

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.body()).startsWith("\uFEFF");
        assertThat(trackno.get(list + "/list.csv").status()).isEqualTo(405);
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
        assertThat(rows.get(0)[1]).isEqualTo("Transporteur");
        assertThat(rows.get(1)).contains(numbers.get(0), "DHL", "Passau, Allemagne");
        assertThat(rows.get(2)[0]).isEqualTo(numbers.get(1));
        assertThat(rows.get(2)[3]).contains("Royal Mail");
    }

    @Test
    void no_carrier_writes_a_formula_into_the_table() throws IOException {
        String number = "1ZCAFE000300000138";
        wire.answer(
                "ups",
                number,
                okJson(org.trackno.testkit.UpsAnswer.delivered(number, clock.instant())
                        .replace("\"12 CANARY ROAD\"", "\"=HYPERLINK(stranger)\"")
                        .replace("UPS Ground", "@SUM(A A)")));
        String list = form("/track", "carrier." + number + "=ups&numbers=" + number + "%0AXX1234567890X")
                .header("Location");

        List<String[]> rows = rows(form(list + "/list.csv", "").body());

        assertThat(rows.get(1)).contains("'@SUM(A A)");
        assertThat(rows.get(1)[5]).startsWith("'=HYPERLINK(stranger)");
    }

    private static List<String[]> rows(String csv) throws IOException {
        return new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .<String[]>readValues(csv.substring(1))
                .readAll();
    }

    private static String address(String html, String pattern) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile(pattern).matcher(html);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private Reply page(String path, String... headers) {
        return trackno.send(
                trackno.request(path, headers).header("Accept", "text/html").GET());
    }

    private Reply form(String path, String body) {
        return trackno.send(trackno.request(path, "Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }
}
