package org.trackno.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trackno.sandbox.SimulatedWorld.failed;
import static org.trackno.sandbox.SimulatedWorld.read;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Found;

class SandboxAccessTest {
    private static final SimulatedWorld WORLD = new SimulatedWorld();

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_call_without_credentials_is_refused(String carrierId) {
        HttpResponse<byte[]> response =
                WORLD.caller(carrierId).askWithoutCredentials(WORLD.number(carrierId, "moving"));

        assertThat(read(carrierId, response)).satisfies(failed(FailureKind.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void each_of_the_credentials_must_be_right(String carrierId) {
        Map<String, String> credentials = WORLD.sandbox.credentials(carrierId);
        assertThat(credentials).isNotEmpty();
        for (String name : credentials.keySet()) {
            Map<String, String> spoiled = new HashMap<>(credentials);
            spoiled.put(name, "wrong");
            CarrierCaller caller = WORLD.caller(carrierId, spoiled);

            String token = caller.logIn();
            HttpResponse<byte[]> response = caller.ask(WORLD.number(carrierId, "moving"), token);

            assertThat(token).as(name).isEmpty();
            assertThat(read(carrierId, response)).as(name).satisfies(failed(FailureKind.REFUSED));
        }
    }

    static List<String> carriers() {
        return WORLD.sandbox.carriers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usps", "ups", "dpd"})
    void a_token_is_good_for_some_hours_only(String carrierId) {
        CarrierCaller caller = WORLD.caller(carrierId);
        String number = WORLD.number(carrierId, "moving");
        String token = caller.logIn();
        assertThat(read(carrierId, caller.ask(number, token))).isInstanceOf(Found.class);

        WORLD.clock.advance(Duration.ofHours(20));

        assertThat(read(carrierId, caller.ask(number, token))).satisfies(failed(FailureKind.REFUSED));
        assertThat(read(carrierId, caller.ask(number, caller.logIn()))).isInstanceOf(Found.class);
    }

    @Test
    void royal_mail_wants_its_terms_accepted_in_every_call() {
        HttpRequest.Builder call = WORLD.caller("royal-mail")
                .request(WORLD.number("royal-mail", "moving"), "")
                .setHeader("X-Accept-RMG-Terms", "no");

        assertThat(read("royal-mail", CarrierCaller.send(call))).satisfies(failed(FailureKind.BAD_REQUEST));
    }
}
