package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.LimitedWorld;
import org.trackno.testkit.Reply;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Who asks too much reads so in a sentence, and is told when to come back. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@TestProfile(LimitedWorld.class)
class RefusedPagesTest {
    @Inject
    TracknoClient trackno;

    @Test
    void too_many_tries_are_a_page() {
        askFor("192.0.2.201", LimitedWorld.REQUESTS);

        Reply german = get("192.0.2.201", "/track/no", "text/html", "de-AT");
        Reply chosen = get("192.0.2.201", "/?lang=pl", "text/html", "de");
        String wait = german.header("Retry-After");

        assertThat(german.status()).isEqualTo(429);
        assertThat(german.header("Content-Type")).startsWith("text/html");
        assertThat(german.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(german.header("Cache-Control")).isEqualTo("no-store");
        assertThat(wait).matches("\\d+");
        assertThat(german.body())
                .contains("<html lang=\"de\">", "Bitte warten Sie " + wait + " s", "data-again=\"" + wait + "\"");
        assertThat(chosen.body()).contains("<html lang=\"pl\">");
    }

    @Test
    void a_program_is_told_the_same_in_a_problem_document() {
        askFor("192.0.2.202", LimitedWorld.REQUESTS);

        get("192.0.2.202", "/track/no", "application/json", "de").problem(429, "too-many-requests");
        get("192.0.2.202", "/v1/track/RB417526304GB", "text/html", "de").problem(429, "too-many-requests");
    }

    private void askFor(String caller, int times) {
        IntStream.range(0, times).forEach(i -> get(caller, "/v1/carriers/dhl", "*/*", "en"));
    }

    private Reply get(String caller, String path, String accept, String language) {
        return trackno.get(path, "X-Forwarded-For", caller, "Accept", accept, "Accept-Language", language);
    }
}
