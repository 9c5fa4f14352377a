package org.trackno.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TrackCommandTest {
    private static final String FOUND =
            """
            {"input": "RB417526304GB", "outcome": "FOUND", "problem": null, "snapshot": {
              "trackingNumber": "RB417526304GB", "carrier": {"id": "royal-mail", "name": "Royal Mail"},
              "stage": "IN_TRANSIT", "eventType": "in_transit", "title": "In transit", "service": null,
              "origin": null, "destination": null, "problem": null, "estimate": null, "deliveredAt": null,
              "proofOfDelivery": null, "events": [], "journey": [], "freshness": null,
              "links": {"carrierPage": "https://carrier.example", "self": null}, "addedLater": 1}}""";

    private static final String NOT_FOUND =
            """
            {"input": "RB417526303GB", "outcome": "FAILED", "snapshot": null, "problem": {
              "type": "/problems/unrecognised-number", "title": "No carrier recognises this number", "status": 404,
              "detail": "It nearly is a known number.", "carrierPage": "https://carrier.example/page",
              "nearMisses": [{"format": "upu-s10", "problem": "The check digit is wrong.",
                              "correctedNumber": "RB417526304GB"}]}}""";

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path data;

    @Test
    void aFoundParcelIsShown() {
        answer(FOUND);

        CommandRun run = track("RB417526304GB");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("RB417526304GB · Royal Mail\n").contains("● In transit");
    }

    @Test
    void everythingThatWasSaidIsAsked() {
        answer(FOUND);

        track("RB417526304GB", "--carrier", "royal-mail", "--to", "gb", "--postcode", "LE15 6AA");

        SERVER.verify(
                postRequestedFor(urlEqualTo("/v1/track"))
                        .withRequestBody(
                                equalToJson(
                                        """
                {"numbers": ["RB417526304GB"], "carrier": "royal-mail", "destination": "GB", "carriers": null,
                 "postcode": "LE15 6AA"}""")));
    }

    @Test
    void jsonIsTheSnapshotAsItCameOrTheOutcome() {
        answer(FOUND + "," + NOT_FOUND);

        CommandRun run = track("RB417526304GB", "RB417526303GB", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get(0).path("stage").asText()).isEqualTo("IN_TRANSIT");
        assertThat(run.json().get(0).path("addedLater").asInt()).isEqualTo(1);
        assertThat(run.json().get(1).path("outcome").asText()).isEqualTo("FAILED");
        assertThat(run.json().get(1).at("/problem/status").asInt()).isEqualTo(404);
    }

    @Test
    void whatIsNotFoundIsExplained() {
        answer(NOT_FOUND);

        CommandRun run = track("RB417526303GB");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(
                        """
                RB417526303GB
                  No carrier recognises this number. It nearly is a known number.
                  Did you mean RB417526304GB? The check digit is wrong.
                  The carrier's own page:
                  https://carrier.example/page

                """);
    }

    @Test
    void moreNumbersThanTheServerTakesAreAskedInParts() {
        answer(String.join(",", Collections.nCopies(100, FOUND)));
        String[] numbers = Collections.nCopies(200, "RB417526304GB").toArray(String[]::new);

        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("track", "--server", SERVER.baseUrl(), "--json"), Stream.of(numbers))
                        .toArray(String[]::new));

        assertThat(run.json()).hasSize(200);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/v1/track")));
    }

    @Test
    void aRefusedQuestionIsWrongUse() {
        SERVER.stubFor(
                post("/v1/track")
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withBody(
                                                """
                {"title": "The request cannot be used", "detail": "Send 1 to 100 numbers."}""")));

        CommandRun run = track("RB417526304GB");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The request cannot be used. Send 1 to 100 numbers.");
    }

    @Test
    void aServerThatAnswersSomethingElseIsNotBelieved() {
        SERVER.stubFor(post("/v1/track").willReturn(aResponse().withBody("<html>\u001B[31mHello")));

        CommandRun run = track("RB417526304GB");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("does not answer like a Trackno server").doesNotContain("\u001B");
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        CommandRun run = CommandRun.of("track", "RB417526304GB", "--server", "http://localhost:1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No Trackno server answers at http://localhost:1.");
    }

    @Test
    void theServerOnTheDataDirectoryIsFound() throws IOException {
        answer(FOUND);
        SERVER.stubFor(get("/health/live").willReturn(okJson("{}")));
        RunningServer.addressOn(data, false).announce(URI.create(SERVER.baseUrl()));

        CommandRun run = CommandRun.of("track", "RB417526304GB", "--data", data.toString());

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theSandboxIsFoundWhenThereIsNothingElse() throws IOException {
        SERVER.stubFor(get("/health/live").willReturn(okJson("{}")));
        RunningServer.addressOn(data, false).announce(URI.create("http://localhost:1"));
        RunningServer.addressOn(data, true).announce(URI.create(SERVER.baseUrl()));

        assertThat(RunningServer.find(data, false)).contains(URI.create(SERVER.baseUrl()));
    }

    @Test
    void aRealServerDoesNotPassForTheSandbox() throws IOException {
        SERVER.stubFor(get("/health/live").willReturn(okJson("{}")));
        RunningServer.addressOn(data, false).announce(URI.create(SERVER.baseUrl()));

        assertThat(RunningServer.find(data, true)).isEmpty();
    }

    @Test
    void wrongUseIsTold() {
        assertThat(CommandRun.of("track").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("track", "X", "--server", "localhost").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("track", "X", "--to", "ZZ").exitCode()).isEqualTo(2);
    }

    private static void answer(String outcomes) {
        SERVER.stubFor(post("/v1/track").willReturn(okJson("{\"outcomes\": [" + outcomes + "]}")));
    }

    private static CommandRun track(String... arguments) {
        return CommandRun.of(Stream.concat(Stream.of("track", "--server", SERVER.baseUrl()), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
