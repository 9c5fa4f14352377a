package org.trackno.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.support.Gzip;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.StorefrontProperties;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** What is embedded, over HTTP: who may frame and read it, what is in it, and how long it is kept. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class EmbedTest {
    private static final String REGISTERED = "https://www.hollyhock.example";
    private static final String SHOP = "storefront=" + StorefrontProperties.SHOP;

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
    void only_the_storefronts_origins_read_what_is_embedded() {
        String path = "/embed/" + SandboxNumbers.of("royal-mail", "moving") + "/parcel?carrier=royal-mail";

        Reply own = trackno.get(path + "&" + SHOP, "Origin", REGISTERED);
        Reply unnamed = trackno.get(path, "Origin", REGISTERED);
        List<Reply> refused = List.of(
                trackno.get(path, "Origin", "https://evil.example"),
                trackno.get(path, "Origin", "null"),
                trackno.get(path + "&storefront=" + StorefrontProperties.OTHER, "Origin", REGISTERED),
                trackno.get(path + "&storefront=nobody", "Origin", REGISTERED));

        assertThat(List.of(own, unnamed)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(REGISTERED);
            assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(String.join(",", reply.response().headers().allValues("Vary")))
                    .contains("Origin", "Accept-Language");
        });
        assertThat(refused).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(reply.body())
                    .contains("trackno.storefronts.<name>.origins")
                    .doesNotContain("hollyhock");
        });
        assertThat(trackno.get("/metrics").body()).contains("/embed/{number}").doesNotContain(path.split("[/?]")[2]);
    }

    @Test
    void nothing_else_can_be_read_from_a_foreign_page() {
        String number = SandboxNumbers.of("royal-mail", "moving");

        assertThat(List.of("/", "/track/" + number, "/v1/track/" + number, "/v1/carriers"))
                .allSatisfy(path -> assertThat(trackno.get(path, "Origin", REGISTERED, "Accept", "*/*")
                                .header("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void only_the_storefronts_origins_frame_the_page_for_an_iframe() {
        String path = "/embed/" + SandboxNumbers.of("royal-mail", "moving") + "?carrier=royal-mail";

        assertThat(policy(path + "&" + SHOP))
                .endsWith("frame-ancestors 'self' http://127.0.0.1:* https://*.hollyhock.example")
                .contains("default-src 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(policy(path + "&storefront=" + StorefrontProperties.OTHER))
                .endsWith("frame-ancestors 'self' https://other.example");
        assertThat(policy(path)).endsWith("frame-ancestors 'self'");
        Reply nobody = page(path + "&storefront=nobody");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
    }

    @Test
    void a_parcel_comes_in_sentences_of_the_language() {
        String number = SandboxNumbers.of("royal-mail", "available-for-pickup");

        JsonNode parcel = trackno.get("/embed/" + number + "/parcel?carrier=royal-mail&lang=de&" + SHOP)
                .json();

        assertThat(parcel.path("stage").asText()).isEqualTo("AVAILABLE_FOR_PICKUP");
        assertThat(parcel.path("headline").path("kicker").asText()).isEqualTo("Abholbereit seit");
        assertThat(parcel.path("notice").path("heading").asText()).isEqualTo("Was Sie tun müssen");
        assertThat(parcel.path("steps")).hasSize(4);
        assertThat(parcel.path("events").path(0).path("at").asText()).startsWith("20");
        assertThat(parcel.path("page").path("path").asText())
                .isEqualTo("track/" + number + "?carrier=royal-mail&" + SHOP + "&lang=de");
        assertThat(parcel.path("version").asText()).isNotBlank();
        assertThat(parcel.path("style").asText()).contains("#9d174d");
    }

    @Test
    void it_holds_nothing_of_the_recipient() {
        String number = "1ZCAFE000300000094";
        wire.answer("ups", number, okJson(UpsAnswer.delivered(number, clock.instant())));

        List<Reply> replies = List.of(
                trackno.get("/embed/" + number + "/parcel?carrier=ups"), page("/embed/" + number + "?carrier=ups"));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains(number).doesNotContainIgnoringCase("canary");
            assertThat(reply.body()).doesNotContain(UpsAnswer.POSTCODE, "89501");
            assertThat(reply.header("Set-Cookie")).isEmpty();
        });
    }

    @Test
    void what_is_known_already_is_not_sent_again() {
        String path = "/embed/" + SandboxNumbers.of("royal-mail", "delivered") + "/parcel?carrier=royal-mail";

        Reply first = trackno.get(path);
        Reply again = trackno.get(path, "If-None-Match", first.header("ETag"));

        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void why_there_is_no_parcel_is_no_error_of_the_page_around() {
        assertThat(reason("not-found")).isEqualTo("parcel-not-found");
        assertThat(reason("carrier-down")).isEqualTo("carrier-unavailable");
        assertThat(trouble("/embed/no/parcel")).isEqualTo("not-a-tracking-number");
        assertThat(trouble("/embed/QQQ1111QQQ/parcel")).isEqualTo("unrecognised-number");
        assertThat(trouble("/embed/QQQ1111QQQ/parcel?carrier=nobody")).isEqualTo("unknown-carrier");
    }

    @Test
    void the_script_is_small_compressed_and_asked_for_again() {
        Reply plain = trackno.get("/trackno.js");
        Reply known = trackno.get("/trackno.js", "If-None-Match", plain.header("ETag"));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(plain.header("Cache-Control")).contains("public", "max-age=3600");
        assertThat(plain.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(plain.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(plain.body()).doesNotContain("innerHTML", "eval(", "document.write", "document.cookie");
        assertThat(Gzip.pack(plain.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasSizeLessThan(20_000);
        assertThat(known.status()).isEqualTo(304);
        assertThat(trackno.get("/trackno.js", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    private String reason(String scenario) {
        return trouble("/embed/" + SandboxNumbers.of("royal-mail", scenario) + "/parcel?carrier=royal-mail");
    }

    private String trouble(String path) {
        Reply reply = trackno.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("trouble").path("title").asText()).isNotBlank();
        assertThat(reply.json().path("stage").asText()).isEqualTo("UNKNOWN");
        return reply.json().path("trouble").path("reason").asText();
    }

    private String policy(String path) {
        Reply reply = page(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Frame-Options")).isEmpty();
        return reply.header("Content-Security-Policy");
    }

    private Reply page(String path) {
        return trackno.get(path, "Accept", "text/html");
    }
}
