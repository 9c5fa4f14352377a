package org.trackno.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentNumbersTest {
    private static final int MOST = 60;
    private static final long MINUTE = RecentNumbers.MINUTE_MILLIS;

    private final RecentNumbers numbers = new RecentNumbers(MOST);

    @Test
    void who_asks_now_and_then_for_ever_takes_no_more_places_than_five_minutes_need() {
        for (int minute = 0; minute < 1_000; minute++) {
            numbers.add(minute, minute * MINUTE);
        }

        assertThat(numbers.countSince(0)).isEqualTo(6);
    }

    @Test
    void what_came_by_within_five_minutes_is_kept_for_the_alarm() {
        for (int number = 0; number < 10; number++) {
            numbers.add(number, number * MINUTE / 2);
        }

        long now = 5 * MINUTE;
        assertThat(numbers.countSince(now - WalkingAlarm.LATELY.toMillis())).isEqualTo(10);
    }

    @Test
    void a_number_that_comes_again_takes_no_new_place() {
        boolean first = numbers.add(1, 0);
        boolean again = numbers.add(1, 10 * MINUTE);

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(numbers.countSince(0)).isEqualTo(1);
    }

    @Test
    void when_all_places_are_taken_the_next_is_free_a_minute_after_the_first() {
        for (int number = 0; number < MOST; number++) {
            numbers.add(number, number);
        }

        assertThat(numbers.waitFor(MOST, MOST)).isEqualTo(MINUTE - MOST);
        assertThat(numbers.waitFor(0, MOST)).isZero();
        assertThat(numbers.waitFor(MOST, MINUTE)).isZero();
    }
}
