package org.trackno.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Joins reports that speak of one physical scan. Richer reports come first and poorer ones join the first they fit, in an
 * order that follows from their content alone, so that the result is a pure function of the set of reports.
 */
final class PhysicalScans {
    private static final Comparator<TrackingEvent> RICHEST_FIRST =
            Comparator.comparingInt(PhysicalScans::richness).reversed().thenComparing(TrackingEvent.OLDEST_FIRST);

    /** The zone that is known best, whatever the offset is. */
    private static final Comparator<EventTime> BEST_KNOWN =
            Comparator.comparing(EventTime::zoneBasis).thenComparing(Comparator.naturalOrder());

    private PhysicalScans() {}

    /** One event for each physical scan that these reports speak of, oldest first. */
    static List<TrackingEvent> of(Collection<TrackingEvent> reports) {
        Map<ScanKey, List<TrackingEvent>> alike = new HashMap<>();
        for (TrackingEvent report : reports) {
            alike.computeIfAbsent(ScanKey.of(report), key -> new ArrayList<>()).add(report);
        }
        List<TrackingEvent> scans = new ArrayList<>(alike.size());
        alike.values().forEach(candidates -> scans.addAll(join(candidates)));
        scans.sort(TrackingEvent.OLDEST_FIRST);
        return scans;
    }

    private static List<TrackingEvent> join(List<TrackingEvent> alike) {
        if (alike.size() == 1) {
            return alike;
        }
        List<TrackingEvent> scans = new ArrayList<>();
        for (TrackingEvent report : alike.stream().sorted(RICHEST_FIRST).toList()) {
            int known = 0;
            while (known < scans.size() && contradict(scans.get(known), report)) {
                known++;
            }
            if (known == scans.size()) {
                scans.add(report);
            } else {
                scans.set(known, joined(scans.get(known), report));
            }
        }
        return scans;
    }

    private static boolean contradict(TrackingEvent one, TrackingEvent other) {
        return one.place().contradicts(other.place())
                || statedDifferently(one.at(), other.at())
                || (one.code() == null && !sameCodelessScan(one, other));
    }

    private static boolean sameCodelessScan(TrackingEvent one, TrackingEvent other) {
        if (worded(one) && worded(other)) {
            return Objects.equals(one.description(), other.description());
        }
        return one.type() == other.type() || one.type() == EventType.UNMAPPED || other.type() == EventType.UNMAPPED;
    }

    private static boolean statedDifferently(EventTime one, EventTime other) {
        return one.zoneBasis() == ZoneBasis.STATED
                && other.zoneBasis() == ZoneBasis.STATED
                && !Objects.equals(one.offset(), other.offset());
    }

    private static boolean worded(TrackingEvent event) {
        return event.description() != null && !event.description().isBlank();
    }

    private static TrackingEvent joined(TrackingEvent one, TrackingEvent other) {
        return new TrackingEvent(
                BEST_KNOWN.compare(one.at(), other.at()) <= 0 ? one.at() : other.at(),
                one.type().compareTo(other.type()) <= 0 ? one.type() : other.type(),
                one.code(),
                longer(one.description(), other.description()),
                one.place().completedBy(other.place()),
                one.withdrawn() || other.withdrawn());
    }

    private static @Nullable String longer(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int byLength = Integer.compare(one.length(), other.length());
        return byLength > 0 || (byLength == 0 && one.compareTo(other) >= 0) ? one : other;
    }

    private static int richness(TrackingEvent event) {
        return event.place().knownParts() + (worded(event) ? 1 : 0);
    }

    /** What all reports of one scan share. */
    private record ScanKey(LocalDate date, @Nullable LocalTime time, @Nullable String code) {
        static ScanKey of(TrackingEvent event) {
            return new ScanKey(event.at().date(), event.at().time(), event.code());
        }
    }
}
