package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.support.Json;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reader;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoUnderTest;

/** A carrier's text is hostile: a hundred ways to smuggle code into a page, through every field, and none is more than text. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class HostileTextTest {
    static final String NUMBER = "1ZCAFE000300000074";
    private static final String POSTCODE = "83702";

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @AfterEach
    void restore() {
        wire.restore();
    }

    @Test
    void no_text_of_a_carrier_becomes_code() {
        List<String> attacks = attacks();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        wire.answer("ups", NUMBER, okJson(answer(attacks, clock.instant())));

        try (Reader reader = Reader.english()) {
            reader.open("/track/" + NUMBER + "?carrier=ups");
            assertHarmless(reader, "public page");

            reader.page().fill("#postcode", POSTCODE);
            reader.page().click("#proof button");
            reader.page().waitForURL(url -> url.contains("/shared/"));
            assertThat(reader.page().locator("details.words").count()).isGreaterThanOrEqualTo(attacks.size());
            assertHarmless(reader, "entitled page");
            assertThat(reader.page().content()).contains("&lt;script&gt;");

            PageStates.list(reader, List.of(NUMBER, "RB417526304GB"));
            assertHarmless(reader, "list");
            Download table = reader.page().waitForDownload(() -> reader.page().click(".export button"));
            assertHarmless(reader, "list, saved");
            assertIsTable(table, 3);
            reader.open("/");
            reader.page().waitForSelector("#recent li");
            assertHarmless(reader, "recent parcels");
        }
    }

    @Test
    void what_is_typed_comes_back_as_text() {
        try (Reader reader = Reader.english()) {
            for (String attack : List.of("</textarea><script>hacked=1</script>", "\"><img src=x onerror=hacked=1>")) {
                reader.open("/");
                reader.page().fill("#numbers", attack);
                reader.page().click(".ask .primary");
                reader.page().waitForSelector("#problem");
                assertThat(reader.page().inputValue("#numbers")).isEqualTo(attack);
                assertHarmless(reader, "start page");
                reader.open("/track/" + org.trackno.testkit.TracknoClient.encode(attack));
                assertHarmless(reader, "not a number");
            }
        }
    }

    /** Whatever stands in them, there are as many lines as parcels and a head, equally long, and no cell is a formula. */
    private static void assertIsTable(Download table, int lines) {
        try {
            List<String[]> rows = new CsvMapper()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .readerFor(String[].class)
                    .<String[]>readValues(Files.readString(table.path()).substring(1))
                    .readAll();
            assertThat(rows).hasSize(lines).allSatisfy(row -> {
                assertThat(row).hasSameSizeAs(rows.get(0));
                assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n-].*"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertHarmless(Reader reader, String state) {
        Page page = reader.page();
        assertThat(page.evaluate("typeof hacked")).as(state).isEqualTo("undefined");
        assertThat(page.locator(
                                "main :is(script, img, iframe, object, embed, style, link, base, video, audio, math, [style])")
                        .count())
                .as(state)
                .isZero();
        assertThat(
                        page.evaluate(
                                """
                        () => [...document.querySelectorAll('body *')]
                            .flatMap((one) => [...one.attributes])
                            .filter((one) => one.name.startsWith('on') || /^\\s*(javascript|data):/i.test(one.value)).length
                        """))
                .as(state)
                .isEqualTo(0);
        reader.assertClean(state);
    }

    /** Ways in, times ways to hide. */
    static List<String> attacks() {
        List<String> ways = List.of(
                "<script>hacked=1</script>",
                "<img src=x onerror=hacked=1>",
                "<svg onload=hacked=1>",
                "<svg><script>hacked=1</script></svg>",
                "<iframe src=javascript:hacked=1></iframe>",
                "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
                "<a href=javascript:hacked=1 autofocus>x</a>",
                "<body onload=hacked=1>",
                "<input autofocus onfocus=hacked=1>",
                "<details open ontoggle=hacked=1>",
                "<video><source onerror=hacked=1></video>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=hacked=1>",
                "<object data=javascript:hacked=1></object>",
                "<embed src=javascript:hacked=1>",
                "<meta http-equiv=refresh content='0;url=javascript:hacked=1'>",
                "<link rel=stylesheet href=//stranger.example/x.css>",
                "<base href=//stranger.example/>",
                "<form action=//stranger.example><button>x</button></form>",
                "<style>@import '//stranger.example/x.css'</style>",
                "<template><img src=x onerror=hacked=1></template>",
                "{{constructor.constructor('hacked=1')()}}",
                "{inject:vertx}{config:property('x')}${hacked=1}#{hacked=1}",
                "javascript:hacked=1",
                "data:text/html,<script>hacked=1</script>",
                "&lt;script&gt;hacked=1&lt;/script&gt;");
        List<String> attacks = new ArrayList<>();
        for (String way : ways) {
            attacks.add(way);
            attacks.add("\"'>" + way);
            attacks.add("--></textarea></title></style></script>" + way);
            attacks.add("\u202E" + way.toUpperCase(java.util.Locale.ROOT));
        }
        return attacks;
    }

    static String answer(List<String> attacks, Instant now) {
        List<Map<String, Object>> activities = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            String attack = attacks.get(i);
            Instant at = now.minusSeconds(3600L * (i + 1));
            Map<String, Object> address =
                    Map.of("city", attack, "stateProvince", attack, "postalCode", attack, "countryCode", "US");
            activities.add(Map.of(
                    "date",
                            DateTimeFormatter.ofPattern("yyyyMMdd")
                                    .withZone(ZoneOffset.UTC)
                                    .format(at),
                    "time",
                            DateTimeFormatter.ofPattern("HHmmss")
                                    .withZone(ZoneOffset.UTC)
                                    .format(at),
                    "location", Map.of("address", address, "slic", attack),
                    "status", Map.of("type", "I", "code", "OT", "statusCode", "x" + i, "description", attack)));
        }
        String all = String.join(" ", attacks.subList(0, 8));
        Map<String, Object> destination = Map.of(
                "type",
                "DESTINATION",
                "name",
                all,
                "attentionName",
                all,
                "address",
                Map.of(
                        "addressLine1", all,
                        "city", all,
                        "stateProvince", all,
                        "postalCode", POSTCODE,
                        "countryCode", "US"));
        Map<String, Object> parcel = Map.of(
                "trackingNumber", NUMBER,
                "service", Map.of("code", "003", "description", all),
                "packageAddress", List.of(destination),
                "deliveryInformation", Map.of("receivedBy", all, "location", all),
                "activity", activities);
        return Json.line(Map.of(
                "trackResponse",
                Map.of("shipment", List.of(Map.of("inquiryNumber", NUMBER, "package", List.of(parcel))))));
    }
}
