package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trackno.support.Json;
import org.trackno.testkit.CarrierWire;
import org.trackno.testkit.RoyalMailAnswer;
import org.trackno.testkit.TestClock;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** The dashboard shows, and the alarms watch, what the running application tells. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class DashboardTest {
    private static final Path DASHBOARD = Path.of("docker/grafana/trackno.json");
    private static final Path ALERTS = Path.of("docker/prometheus/alerts.yml");
    /** A name that begins like those of our figures; labels and functions begin otherwise. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:trackno|http_server|jvm|process|system|sql_pool)_[a-z_]+");

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @Test
    void every_figure_of_a_panel_or_an_alarm_is_told() throws IOException {
        String number = "880044001";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant())
                        .event("XXXXX", clock.instant(), "Truro DO")
                        .response());
        trackno.track("royal-mail", number).snapshot();
        trackno.track("ups", number).problem(404, "parcel-not-found"); // logs in

        clock.advance(Duration.ofHours(1));
        trackno.track("royal-mail", number).snapshot(); // stale, and refreshed behind

        String told = trackno.get("/metrics").body();
        wire.restore();

        Set<String> names = Pattern.compile("(?m)^[a-z_]+")
                .matcher(told)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> shown = shown();
        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(names).containsAll(shown).containsAll(named(Files.readString(ALERTS)));
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JsonNode panel : Json.MAPPER.readTree(Files.readString(DASHBOARD)).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                shown.addAll(named(target.path("expr").asText()));
            }
        }
        return shown;
    }

    private static Set<String> named(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
