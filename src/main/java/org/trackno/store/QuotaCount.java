package org.trackno.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What was used of a quota.
 *
 * @param day in UTC
 * @param used calls on that day
 * @param slots when the latest calls were or will be made, oldest first
 */
public record QuotaCount(LocalDate day, int used, List<Instant> slots) {
    public QuotaCount {
        slots = List.copyOf(slots);
    }

    /** Nothing used yet. */
    public static QuotaCount none(Instant now) {
        return new QuotaCount(dayOf(now), 0, List.of());
    }

    /** Calls on the day of this moment. */
    public int usedOn(Instant now) {
        return dayOf(now).isAfter(day) ? 0 : used;
    }

    /** When the next day begins. */
    public Instant nextDay(Instant now) {
        LocalDate today = dayOf(now);
        return (today.isAfter(day) ? today : day)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /**
     * Takes one call, if there is one.
     *
     * @param latest who asks does not wait longer than until then
     * @param mayUseReserve whether the part of the day's quota that is kept for people may be used
     */
    public QuotaDecision take(QuotaLimits limits, Instant now, Instant latest, boolean mayUseReserve) {
        Instant slot = limits.nextSlot(slots, now.truncatedTo(ChronoUnit.MICROS));
        int usedThen = usedOn(slot);
        Integer perDay = limits.perDay();
        if (perDay != null && usedThen >= perDay - (mayUseReserve ? 0 : limits.keptForPeople())) {
            return new QuotaDecision.Refused(this, nextDay(slot), QuotaDecision.Window.DAY);
        }
        if (slot.isAfter(latest)) {
            return new QuotaDecision.Refused(this, slot, QuotaDecision.Window.SECOND);
        }
        LocalDate then = dayOf(slot).isAfter(day) ? dayOf(slot) : day;
        return new QuotaDecision.Granted(new QuotaCount(then, usedThen + 1, with(slot, limits.burst())), slot);
    }

    private List<Instant> with(Instant slot, int most) {
        List<Instant> all = new ArrayList<>(slots);
        all.add(slot);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
