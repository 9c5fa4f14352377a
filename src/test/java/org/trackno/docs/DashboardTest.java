package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The dashboard shows what the running application tells. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class DashboardTest {
    private static final Path DASHBOARD = Path.of("docker/grafana/trackno.json");
    /** A name that begins like those of our figures; labels and functions begin otherwise. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:trackno|http_server|jvm|process|system|sql_pool)_[a-z_]+");

    /** What tells these figures is not there yet: take a name out when it is. */
    private static final Set<String> AWAITED = Set.of(
            "trackno_carrier_breaker",
            "trackno_carrier_calls_seconds_bucket",
            "trackno_carrier_calls_seconds_count",
            "trackno_carrier_inflight",
            "trackno_carrier_queued",
            "trackno_carrier_quota_limit",
            "trackno_carrier_quota_reset_seconds",
            "trackno_carrier_quota_used",
            "trackno_carrier_retries_total",
            "trackno_lookups_stale_total",
            "trackno_lookups_total");

    @Inject
    TracknoClient trackno;

    @Inject
    CarrierWire wire;

    @Inject
    TestClock clock;

    @Test
    void every_figure_of_a_panel_is_told() throws IOException {
        String number = "880044001";
        wire.answer(
                "royal-mail",
                number,
                RoyalMailAnswer.moving(number, clock.instant())
                        .event("XXXXX", clock.instant(), "Truro DO")
                        .response());
        trackno.track("royal-mail", number).snapshot();

        String told = trackno.get("/metrics").body();
        wire.restore();

        Set<String> names = Pattern.compile("(?m)^[a-z_]+")
                .matcher(told)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> shown = shown();
        assertThat(shown).hasSizeGreaterThan(20);
        shown.removeAll(AWAITED);
        assertThat(names).containsAll(shown);
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JsonNode panel : Json.MAPPER.readTree(Files.readString(DASHBOARD)).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                METRIC.matcher(target.path("expr").asText())
                        .results()
                        .map(MatchResult::group)
                        .forEach(shown::add);
            }
        }
        return shown;
    }
}
