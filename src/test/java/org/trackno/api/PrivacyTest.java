package org.trackno.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.LaPosteAnswer;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.testkit.UpsAnswer;

/** A number alone shows nothing of the recipient; the destination postcode shows everything. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class PrivacyTest {
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
    void a_number_alone_shows_nothing_of_the_recipient() {
        String number = delivered("1ZCAFE000300000018");

        Reply one = trackno.track("ups", number);
        Reply many = trackno.post("{\"numbers\":[\"" + number + "\"],\"carrier\":\"ups\"}");
        Reply diagnosis = trackno.get("/v1/track/" + number + "/diagnosis?carrier=ups");

        assertThat(one.snapshot().path("stage").asText()).isEqualTo("DELIVERED");
        assertThat(one.snapshot().at("/events/2/place/locality").asText()).isEqualTo("Boise");
        assertThat(one.snapshot().at("/destination/country").asText()).isEqualTo("US");
        assertThat(one.snapshot().at("/proofOfDelivery/signature").asBoolean()).isTrue();
        assertThat(List.of(one, many, diagnosis)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).doesNotContainIgnoringCase("canary");
            assertThat(reply.body()).doesNotContain(UpsAnswer.POSTCODE, "89501");
        });
    }

    @Test
    void a_number_alone_shows_the_number_at_a_partner_and_not_the_partners_name_in_the_carriers_words() {
        String number = "LA419073513FR";
        String reference = "QX7VB9N";
        wire.answer(
                "la-poste",
                number,
                okJson(LaPosteAnswer.handedOver(number, "CANARY Logistics", reference, clock.instant())));

        Reply one = trackno.track("la-poste", number);
        Reply many = trackno.post("{\"numbers\":[\"" + number + "\"],\"carrier\":\"la-poste\"}");

        assertThat(one.snapshot().at("/journey/0/trackingNumber").asText()).isEqualTo(reference);
        assertThat(one.snapshot().at("/journey/0/carrier").isNull()).isTrue();
        assertThat(List.of(one, many)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).doesNotContainIgnoringCase("canary");
        });
    }

    @Test
    void the_destination_postcode_shows_everything() {
        String number = delivered("1ZCAFE000300000029");

        Reply everybody = trackno.track("ups", number);
        Reply entitled = prove(number, UpsAnswer.POSTCODE);
        Reply withPlusFour = prove(number, UpsAnswer.POSTCODE + "-1234");

        JsonNode snapshot = entitled.snapshot();
        SnapshotShape.assertFits(snapshot);
        assertThat(snapshot.at("/destination/postalCode").asText()).isEqualTo(UpsAnswer.POSTCODE);
        assertThat(snapshot.at("/proofOfDelivery/signedBy").asText()).isEqualTo("CANARY SIGNER");
        assertThat(snapshot.at("/events/0/description").asText()).isEqualTo("Left with CANARY Friend");
        assertThat(entitled.header("Cache-Control")).contains("private").doesNotContain("public");
        assertThat(everybody.header("Cache-Control")).contains("public");
        assertThat(entitled.header("ETag")).isNotBlank().isNotEqualTo(everybody.header("ETag"));
        assertThat(withPlusFour.snapshot()).isEqualTo(snapshot);
    }

    @Test
    void the_tag_of_one_view_is_no_tag_of_the_other() {
        String number = delivered("1ZCAFE000300000030");
        String publicTag = trackno.track("ups", number).header("ETag");

        Reply entitled = trackno.get(
                "/v1/track/" + number + "?carrier=ups&postcode=" + UpsAnswer.POSTCODE, "If-None-Match", publicTag);

        assertThat(entitled.status()).isEqualTo(200);
    }

    @Test
    void tries_at_once_are_no_more_than_tries_in_a_row() {
        String number = delivered("1ZCAFE000300000063");

        List<CompletableFuture<Reply>> tries = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> prove(number, "0000" + i)))
                .toList();

        assertThat(tries)
                .extracting(one -> one.join().status())
                .filteredOn(status -> status == 403)
                .hasSize(5);
    }

    @Test
    void after_five_wrong_postcodes_the_right_one_is_refused_too() {
        String number = delivered("1ZCAFE000300000041");

        for (int i = 0; i < 5; i++) {
            Reply wrong = prove(number, "1000" + i);
            wrong.problem(403, "proof-refused");
            assertThat(wrong.body()).doesNotContain(UpsAnswer.POSTCODE);
        }
        Reply right = prove(number, UpsAnswer.POSTCODE);
        Reply without = trackno.track("ups", number);

        right.problem(429, "too-many-proofs");
        assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(1, 86_400);
        without.snapshot();
    }

    @Test
    void a_wrong_postcode_for_many_shows_none() {
        String number = delivered("1ZCAFE000300000052");

        Reply many = trackno.post("{\"numbers\":[\"" + number + "\"],\"carrier\":\"ups\",\"postcode\":\"10001\"}");

        assertThat(many.snapshot().at("/outcomes/0/problem/type").asText()).isEqualTo("/problems/proof-refused");
        assertThat(many.body()).doesNotContainIgnoringCase("canary");
    }

    private Reply prove(String number, String postcode) {
        return trackno.get("/v1/track/" + number + "?carrier=ups&postcode=" + postcode);
    }

    private String delivered(String number) {
        wire.answer("ups", number, okJson(UpsAnswer.delivered(number, clock.instant())));
        return number;
    }
}
