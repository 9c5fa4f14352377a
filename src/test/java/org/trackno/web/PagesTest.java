package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** The pages over HTTP: what they show to whom, what stays out of addresses, and what browsers are told to forbid. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class PagesTest {
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
    void every_page_forbids_what_it_does_not_need() {
        String moving = SandboxNumbers.of("royal-mail", "moving");

        List<Reply> pages = List.of(
                page("/"),
                page("/track/" + moving + "?carrier=royal-mail"),
                page("/track/no"),
                page("/nowhere"),
                page("/shared/never-made"),
                form("/track", "numbers=hello"));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Set-Cookie")).isEmpty();
            assertThat(page.body()).doesNotContain(" style=", "onclick");
            assertThat(page.body().split("<style>", -1)).hasSize(2);
            assertThat(page.header("Content-Security-Policy")).contains("'sha256-" + styleHash(page.body()) + "'");
        });
        assertThat(pages).extracting(Reply::status).containsExactly(200, 200, 400, 404, 410, 400);
    }

    /** The only style in a page is the one that its policy names. */
    private static String styleHash(String html) {
        try {
            String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_program_still_gets_problem_documents() {
        assertThat(trackno.get("/nowhere").header("Content-Type")).startsWith("application/problem+json");
        assertThat(trackno.get("/v1/nowhere", "Accept", "text/html").header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void the_form_leads_to_an_address_without_the_number() {
        String moving = SandboxNumbers.of("royal-mail", "moving");

        Reply answer = form("/track", "numbers=" + encode("Your parcel: " + moving));
        Reply again = form("/track", "numbers=" + encode(moving));
        Reply page = page(answer.header("Location"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/parcels/").doesNotContain(moving);
        assertThat(again.header("Location")).isEqualTo(answer.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(moving, "Royal Mail");
        assertThat(page("/parcels/made-up").status()).isEqualTo(404);
    }

    @Test
    void a_page_without_proof_shows_nothing_of_the_recipient() {
        String number = delivered("1ZCAFE000300000085");

        Reply page = page("/track/" + number + "?carrier=ups");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Boise").doesNotContainIgnoringCase("canary");
        assertThat(page.body()).doesNotContain(UpsAnswer.POSTCODE, "89501");
    }

    @Test
    void the_postcode_leads_to_a_link_that_shows_everything_until_it_is_ended() {
        String number = delivered("1ZCAFE000300000096");
        String proof = "/track/" + number + "/proof?carrier=ups";

        Reply answer = form(proof, "postcode=" + UpsAnswer.POSTCODE);
        String link = java.net.URI.create(answer.header("Location")).getPath();
        Reply everything = page(link);
        Reply ended = form(link + "/end", "");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(link).startsWith("/shared/").doesNotContain(number, UpsAnswer.POSTCODE);
        assertThat(everything.body()).contains("CANARY SIGNER", "Left with CANARY Friend", UpsAnswer.POSTCODE);
        assertThat(everything.body()).contains("lang=\"en\">Left with CANARY Friend");
        assertThat(everything.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(page(link).status()).isEqualTo(410);
    }

    @Test
    void wrong_postcodes_are_counted_as_everywhere() {
        String number = delivered("1ZCAFE000300000109");
        String proof = "/track/" + number + "/proof?carrier=ups";

        List<Integer> statuses = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> form(proof, "postcode=1000" + i).status())
                .toList();
        Reply right = form(proof, "postcode=" + UpsAnswer.POSTCODE);

        assertThat(statuses).containsExactly(403, 403, 403, 403, 403, 429);
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.body()).doesNotContainIgnoringCase("canary");
    }

    @Test
    void the_language_is_the_chosen_one_else_the_readers_else_english() {
        assertThat(page("/", "Accept-Language", "pl;q=0.9, de-AT").body()).contains("<html lang=\"de\">");
        assertThat(page("/", "Accept-Language", "ja").body()).contains("<html lang=\"en\">");
        assertThat(page("/?lang=fr", "Accept-Language", "de").body())
                .contains("<html lang=\"fr\">", "action=\"/track?lang=fr\"");
        assertThat(page("/?lang=xx", "Accept-Language", "*;;;").body()).contains("<html lang=\"en\">");
    }

    @Test
    void files_are_kept_by_browsers_for_ever() {
        String script = page("/").body().replaceAll("(?s).*src=\"(/assets/start[^\"]+)\".*", "$1");

        Reply file = trackno.get(script);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(trackno.get("/assets/start.0000000000.js").status()).isEqualTo(404);
        assertThat(trackno.get("/assets/..%2Fapplication.properties").status()).isEqualTo(404);
    }

    private String delivered(String number) {
        wire.answer("ups", number, okJson(UpsAnswer.delivered(number, clock.instant())));
        return number;
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
