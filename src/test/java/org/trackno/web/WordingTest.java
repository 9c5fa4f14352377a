package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.TracknoUnderTest;

/** Dates, spans of time and plurals, as the readers of each language write them. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class WordingTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void spans_of_time_have_the_right_plural() {
        assertThat(ago(Language.ENGLISH, 1)).isEqualTo("1 minute ago");
        assertThat(ago(Language.ENGLISH, 5)).isEqualTo("5 minutes ago");
        assertThat(ago(Language.POLISH, 1)).isEqualTo("1 minutę temu");
        assertThat(ago(Language.POLISH, 3)).isEqualTo("3 minuty temu");
        assertThat(ago(Language.POLISH, 12)).isEqualTo("12 minut temu");
        assertThat(ago(Language.POLISH, 22)).isEqualTo("22 minuty temu");
        assertThat(ago(Language.GERMAN, 3 * 60)).isEqualTo("vor 3 Stunden");
        assertThat(ago(Language.DUTCH, 3 * 24 * 60)).isEqualTo("3 dagen geleden");
        assertThat(ago(Language.FRENCH, 0)).isEqualTo("à l’instant");
    }

    @Test
    void dates_are_written_as_readers_write_them() {
        assertThat(moment(Language.ENGLISH, "2026-03-05T14:05:00+00:00")).isEqualTo("Thursday 5 March, 14:05");
        assertThat(moment(Language.GERMAN, "2026-03-05T14:05:00+00:00")).isEqualTo("Donnerstag, 5. März, 14:05");
        assertThat(moment(Language.SPANISH, "2026-03-05")).isEqualTo("Jueves 5 de marzo");
        assertThat(moment(Language.POLISH, "2025-03-05")).isEqualTo("Środa, 5 marca 2025");
    }

    @Test
    void today_is_where_the_parcel_goes() {
        assertThat(moment(Language.ENGLISH, "2026-03-11T01:00:00+14:00")).isEqualTo("Today, 01:00");
        assertThat(moment(Language.FRENCH, "2026-03-11T08:00:00+00:00")).isEqualTo("Demain, 08:00");
    }

    @Test
    void a_window_of_one_day_names_the_day_once() {
        Wording words = Wording.in(Language.ENGLISH);

        assertThat(words.window(Moment.of("2026-03-11T09:00:00+00:00"), Moment.of("2026-03-11T11:00:00+00:00"), NOW))
                .isEqualTo("Tomorrow, 09:00–11:00");
        assertThat(words.window(Moment.of("2026-03-11"), Moment.of("2026-03-13"), NOW))
                .isEqualTo("Tomorrow – Friday 13 March");
    }

    private static String ago(Language language, long minutes) {
        return Wording.in(language).ago(NOW.minus(Duration.ofMinutes(minutes)), NOW);
    }

    private static String moment(Language language, String iso) {
        return Wording.in(language).moment(Moment.of(iso), NOW);
    }
}
