package org.trackno.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trackno.store.QuotaDecision.Granted;
import org.trackno.store.QuotaDecision.Refused;
import org.trackno.store.QuotaDecision.Window;

/** Whoever asks and whenever, the limits hold. */
class QuotaCountProperties {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WHILE = Duration.ofSeconds(3);

    @Property
    void no_window_holds_more_calls_than_the_limit_allows(
            @ForAll @DoubleRange(min = 0.1, max = 20) double perSecond,
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 900) Integer> pauses) {
        QuotaLimits limits = new QuotaLimits(perSecond, null);
        List<Instant> calls = new ArrayList<>();
        QuotaCount count = QuotaCount.none(NOON);
        Instant now = NOON;

        for (int pause : pauses) {
            now = now.plusMillis(pause);
            QuotaDecision decision = count.take(limits, now, now.plus(WHILE), true);
            count = decision.count();
            if (decision instanceof Granted granted) {
                calls.add(granted.slot());
                assertThat(granted.slot()).isBetween(now, now.plus(WHILE));
            }
        }

        for (Instant from : calls) {
            Instant to = from.plus(limits.window());
            assertThat(calls.stream().filter(call -> !call.isBefore(from) && call.isBefore(to)))
                    .hasSizeLessThanOrEqualTo(limits.burst());
        }
        assertThat(limits.burst() / (limits.window().toNanos() / 1e9)).isLessThanOrEqualTo(perSecond * 1.000001);
    }

    @Property
    void a_day_has_no_more_calls_than_the_limit_and_background_work_leaves_a_fifth(
            @ForAll @IntRange(min = 1, max = 60) int perDay, @ForAll @Size(100) List<Boolean> people) {
        QuotaLimits limits = new QuotaLimits(null, perDay);
        QuotaCount count = QuotaCount.none(NOON);
        int background = 0;
        int all = 0;

        for (boolean person : people) {
            QuotaDecision decision = count.take(limits, NOON, NOON, person);
            count = decision.count();
            if (decision instanceof Granted) {
                all++;
                background += person ? 0 : 1;
            }
        }

        assertThat(all).isLessThanOrEqualTo(perDay);
        assertThat(background).isLessThanOrEqualTo((int) Math.floor(perDay * 0.8));
    }

    @Example
    void who_is_refused_learns_until_when() {
        QuotaCount used = new QuotaCount(QuotaCount.none(NOON).day(), 10, List.of(NOON));

        Refused byDay = (Refused) used.take(new QuotaLimits(null, 10), NOON, NOON, true);
        Refused bySecond =
                (Refused) used.take(new QuotaLimits(0.2, 100), NOON.plusSeconds(1), NOON.plusSeconds(4), true);

        assertThat(byDay.window()).isEqualTo(Window.DAY);
        assertThat(byDay.until()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(bySecond.window()).isEqualTo(Window.SECOND);
        assertThat(bySecond.until()).isEqualTo(NOON.plusSeconds(5));
    }

    @Example
    void a_new_day_begins_with_nothing_used() {
        QuotaLimits limits = new QuotaLimits(null, 1);
        QuotaCount used = QuotaCount.none(NOON).take(limits, NOON, NOON, true).count();
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(used.take(limits, midnight.minusMillis(1), midnight, true)).isInstanceOf(Refused.class);
        assertThat(used.take(limits, midnight, midnight, true)).isInstanceOf(Granted.class);
    }

    @Example
    void a_clock_that_is_behind_gives_no_call_twice() {
        QuotaLimits limits = new QuotaLimits(1.0, 2);
        Instant ahead = Instant.parse("2026-03-02T00:00:01Z");
        QuotaCount used =
                QuotaCount.none(ahead).take(limits, ahead, ahead, true).count();

        QuotaDecision behind = used.take(limits, ahead.minusSeconds(2), ahead.plusSeconds(5), true);

        assertThat(behind).isInstanceOfSatisfying(Granted.class, granted -> assertThat(granted.slot())
                .isEqualTo(ahead.plusSeconds(1)));
        assertThat(behind.count().used()).isEqualTo(2);
    }
}
