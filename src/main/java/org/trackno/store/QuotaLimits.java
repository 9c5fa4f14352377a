package org.trackno.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier allows one account.
 *
 * @param perSecond calls a second; below 1 for one call in several seconds; null for no limit
 * @param perDay calls a day (UTC); null for no limit
 */
public record QuotaLimits(@Nullable Double perSecond, @Nullable Integer perDay) {
    /** What background work leaves of a day's quota. */
    private static final double KEPT_FOR_PEOPLE = 0.2;

    /** Whether calls need not be counted. */
    public boolean isUnlimited() {
        return perSecond == null && perDay == null;
    }

    /** So many calls may be made within any {@link #window}: 5 for 5 a second, 1 for 1.6 a second; 0 without a limit. */
    public int burst() {
        return perSecond == null ? 0 : (int) Math.max(1, Math.floor(perSecond));
    }

    /** The time that {@link #burst} is for: 1 s for 5 a second, 625 ms for 1.6 a second, 5 s for 0.2 a second. */
    public Duration window() {
        return perSecond == null
                ? Duration.ZERO
                : Duration.of((long) Math.ceil(burst() / perSecond * 1e6), ChronoUnit.MICROS);
    }

    /** Calls of a day that background work may not use; 0 without a limit a day. */
    public int keptForPeople() {
        return perDay == null ? 0 : (int) Math.ceil(perDay * KEPT_FOR_PEOPLE);
    }

    /** When the next call may be made, if these were the latest, oldest first. */
    Instant nextSlot(List<Instant> slots, Instant now) {
        if (slots.isEmpty() || perSecond == null) {
            return now;
        }
        Instant next = later(now, slots.get(slots.size() - 1)); // one process's clock may be ahead of another's
        return slots.size() < burst()
                ? next
                : later(next, slots.get(slots.size() - burst()).plus(window()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
