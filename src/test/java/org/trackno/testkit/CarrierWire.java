package org.trackno.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The wire to the simulated carriers: puts other answers on it and reads what went over it. */
@ApplicationScoped
public class CarrierWire {
    /** Each asks WireMock over HTTP. */
    private static final int PATIENCE_IN_LOOKS = 2_000;

    private final WireMock wireMock;
    private final List<MappingBuilder> stubs = new ArrayList<>();

    CarrierWire(@ConfigProperty(name = TracknoUnderTest.SANDBOX_PORT) int port) {
        this.wireMock = new WireMock("localhost", port);
    }

    /** Lets a carrier answer calls about a number so, wherever in the call the number stands. */
    public void answer(String carrier, String number, ResponseDefinitionBuilder answer) {
        stub(any(urlMatching("/" + carrier + "/.*" + number + ".*")).willReturn(answer));
        stub(any(urlMatching("/" + carrier + "/.*"))
                .withRequestBody(containing(number))
                .willReturn(answer));
    }

    /** Puts a stub before those of the simulator, until {@link #restore}. */
    public void stub(MappingBuilder stub) {
        wireMock.register(stub);
        stubs.add(stub);
    }

    /** Takes away what tests put on the wire. */
    public void restore() {
        stubs.forEach(wireMock::removeStubMapping);
        stubs.clear();
    }

    /** The calls about a number so far, oldest first. */
    public List<LoggedRequest> calls(String number) {
        return wireMock.find(anyRequestedFor(anyUrl())).stream()
                .filter(call ->
                        call.getUrl().contains(number) || call.getBodyAsString().contains(number))
                .toList();
    }

    /** Waits until there were so many calls about a number, and no more. */
    public void awaitCalls(String number, int count) {
        int seen = 0;
        for (int i = 0; i < PATIENCE_IN_LOOKS && seen < count; i++) {
            seen = calls(number).size();
        }
        assertThat(seen).as("calls about " + number).isEqualTo(count);
    }

    /** How many calls to a path there were so far. */
    public int countCallsTo(String path) {
        return wireMock.find(anyRequestedFor(urlPathEqualTo(path))).size();
    }
}
