package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:48:07Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90 | PT90S",
                "0 | PT0S",
                "'  7 ' | PT7S",
                "Sun, 06 Nov 1994 08:49:37 GMT | PT90S",
                "Sunday, 06-Nov-94 08:49:37 GMT | PT90S",
                "Sun Nov  6 08:49:37 1994 | PT90S"
            })
    void seconds_and_the_three_forms_of_a_date_are_read(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-9223372036854775808", "Sun, 06 Nov 1994 08:00:00 GMT", "Sat Nov  6 08:49:37 1993"})
    void what_is_over_is_no_wait(String header) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void nobody_is_waited_for_longer_than_a_day(String header) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "soon",
                "1.5",
                "9223372036854775808",
                "06 Nov",
                "Sun, 06 Now 1994 08:49:37 GMT",
                ",",
                "\u0000"
            })
    void what_is_neither_says_nothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void no_header_says_nothing() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
