package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trackno.support.Json;
import org.trackno.testkit.Reply;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Whose number it may be, and the numbers in a text. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class DetectTest {
    @Inject
    TracknoClient trackno;

    @Test
    void the_carrier_it_surely_is_of_is_told_with_reasons_and_parts() {
        JsonNode detection =
                trackno.get("/v1/detect/1Z%20A1B2C3%2003%201234567%203").json();

        assertThat(detection.at("/committed/id").asText()).isEqualTo("ups");
        assertThat(detection.at("/candidates/0/role").asText()).isEqualTo("ISSUER");
        assertThat(detection.at("/candidates/0/parts/0/value").asText()).isEqualTo("A1B2C3");
        assertThat(detection.at("/candidates/0/reasons")).isNotEmpty();
    }

    @Test
    void a_look_alike_is_offered_as_repair_and_a_doubtful_number_is_committed_to_nobody() {
        JsonNode mistyped = trackno.get("/v1/detect/1ZA1B2C3O312345673").json();
        JsonNode doubtful = trackno.get("/v1/detect/70392815640273").json();

        assertThat(mistyped.at("/repairs/0/trackingNumber").asText()).isEqualTo("1ZA1B2C30312345673");
        assertThat(doubtful.path("committed").isNull()).isTrue();
        assertThat(doubtful.path("candidates")).hasSizeGreaterThan(1);
    }

    @Test
    void the_carriers_of_a_storefront_come_first_with_the_reason() {
        JsonNode plain = trackno.get("/v1/detect/70392815640273").json();
        JsonNode known = trackno.get("/v1/detect/70392815640273?carriers=delhivery,%20Jadlog")
                .json();

        assertThat(plain.at("/candidates/0/carrier/id").asText()).isNotIn("delhivery", "jadlog");
        assertThat(known.at("/candidates/0/carrier/id").asText()).isIn("delhivery", "jadlog");
        assertThat(known.at("/candidates/1/carrier/id").asText()).isIn("delhivery", "jadlog");
        assertThat(known.at("/candidates/0/reasons").toString()).contains("usually go with");
    }

    @Test
    void an_unknown_carrier_of_a_storefront_is_refused_by_name() {
        JsonNode detect =
                trackno.get("/v1/detect/70392815640273?carriers=dhl,dlh").problem(400, "invalid-request");
        JsonNode track = trackno.get("/v1/track/70392815640273?carriers=dlh").problem(400, "invalid-request");

        assertThat(detect.path("detail").asText()).contains("dlh").contains("dhl,ups");
        assertThat(track.path("detail").asText()).contains("dlh");
    }

    @Test
    void a_parcel_that_nobody_knows_says_which_characters_to_compare() {
        JsonNode problem = trackno.get("/v1/track/" + SandboxNumbers.of("royal-mail", "not-found"))
                .problem(404, "parcel-not-found");

        assertThat(problem.at("/unchecked").toString())
                .isEqualTo("[{\"first\":1,\"last\":2},{\"first\":12,\"last\":13}]");
        assertThat(problem.path("detail").asText())
                .contains("A slip in characters 1 to 2 and 12 to 13 would go unnoticed, for no check digit looks");
    }

    @Test
    void the_page_of_such_a_parcel_says_it_in_the_readers_language() {
        String path = "/track/" + SandboxNumbers.of("royal-mail", "not-found");

        String page = trackno.get(path, "Accept", "text/html", "Accept-Language", "de")
                .body();

        assertThat(page).contains("keine Prüfziffer", "1–2, 12–13");
    }

    @Test
    void a_barcode_around_a_number_names_the_number() {
        JsonNode detection = trackno.get("/v1/detect/42010001940010987654321098765"
                        + org.trackno.number.CheckRule.GS1_MOD10
                                .expected("940010987654321098765")
                                .orElseThrow())
                .json();

        assertThat(detection.at("/candidates/0/carrier/id").asText()).isEqualTo("usps");
        assertThat(detection.at("/candidates/0/trackingNumber").asText())
                .startsWith("9400109876543210987")
                .hasSize(22);
        assertThat(detection.at("/candidates/0/unchecked").toString())
                .isEqualTo("{\"typed\":[{\"first\":4,\"last\":8}],\"known\":[]}");
    }

    @Test
    void the_numbers_in_a_text_come_in_order_with_their_places() {
        String text = "Order 4711-0815: UPS 1Z A1B2C3 03 1234567 3 and by post RB417526304GB, thanks.";

        JsonNode finds = post(Json.line(Map.of("text", text))).json().path("finds");

        assertThat(finds)
                .extracting(find -> find.at("/detection/committed/id").asText())
                .containsExactly("ups", "royal-mail");
        assertThat(text.substring(
                        finds.at("/1/start").asInt(), finds.at("/1/end").asInt()))
                .isEqualTo("RB417526304GB");
    }

    @Test
    void a_body_without_a_text_is_refused_with_what_would_be_right() {
        JsonNode problem = post("{\"mode\": \"EAGER\"}").problem(400, "invalid-request");

        assertThat(problem.path("detail").asText()).contains("\"text\"");
    }

    private Reply post(String body) {
        return trackno.send(trackno.request("/v1/detect")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
