package org.trackno.gateway;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.store.QuotaCount;
import org.trackno.store.QuotaLimits;

/**
 * What is used of a carrier's quota, by all processes that share the database.
 *
 * @param second the limit a second; null when there is none
 * @param day the limit a day, in UTC; null when there is none
 */
public record CarrierQuota(@Nullable Window second, @Nullable Window day) {
    /**
     * A limit.
     *
     * @param seconds the time it is for: 86,400 for a day, 5 for one call in 5 seconds
     * @param limit calls in that time
     * @param used of them
     * @param left calls that are left; of these background work leaves {@code keptForPeople}
     * @param keptForPeople calls that background work may not use
     * @param resetsAt when there is room again: a new day begins, or the oldest call of the window is over
     */
    public record Window(double seconds, int limit, int used, int left, int keptForPeople, Instant resetsAt) {}

    static CarrierQuota of(QuotaLimits limits, QuotaCount count, Instant now) {
        return new CarrierQuota(
                limits.perSecond() == null ? null : second(limits, count, now),
                limits.perDay() == null ? null : day(limits.perDay(), limits.keptForPeople(), count, now));
    }

    private static Window second(QuotaLimits limits, QuotaCount count, Instant now) {
        Duration window = limits.window();
        int used = (int) count.slots().stream()
                .filter(slot -> slot.plus(window).isAfter(now))
                .count();
        Instant reset = count.slots().stream()
                .map(slot -> slot.plus(window))
                .filter(end -> end.isAfter(now))
                .findFirst()
                .orElse(now);
        return new Window(window.toNanos() / 1e9, limits.burst(), used, Math.max(0, limits.burst() - used), 0, reset);
    }

    private static Window day(int perDay, int kept, QuotaCount count, Instant now) {
        int used = count.usedOn(now);
        return new Window(
                Duration.ofDays(1).toSeconds(), perDay, used, Math.max(0, perDay - used), kept, count.nextDay(now));
    }
}
