package org.trackno.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's events and what follows from them. A pure function of the set of reports: their order, their repetition and
 * how they were spread over answers do not matter.
 */
public final class Timeline {
    private final Set<TrackingEvent> reports;
    private final List<TrackingEvent> oldestFirst;

    private Timeline(Set<TrackingEvent> reports, List<TrackingEvent> oldestFirst) {
        this.reports = reports;
        this.oldestFirst = oldestFirst;
    }

    /**
     * The timeline of these reports. Two reports are of one physical scan when code and wall-clock time agree and the
     * places do not contradict each other; the richer one is shown. If either was withdrawn, the event is.
     */
    public static Timeline of(Collection<TrackingEvent> reports) {
        Map<ScanKey, List<TrackingEvent>> scans = new HashMap<>();
        for (TrackingEvent report : reports) {
            scans.computeIfAbsent(ScanKey.of(report), key -> new ArrayList<>()).add(report);
        }
        List<TrackingEvent> merged = new ArrayList<>(scans.size());
        scans.values().forEach(scan -> merged.addAll(distinctScans(scan)));
        merged.sort(TrackingEvent.OLDEST_FIRST);
        return new Timeline(Set.copyOf(reports), Collections.unmodifiableList(merged));
    }

    /** The timeline of the known reports and these. */
    public Timeline plus(Collection<TrackingEvent> more) {
        Set<TrackingEvent> all = new HashSet<>(reports);
        all.addAll(more);
        return of(all);
    }

    /** Every report this timeline was made of. */
    public Set<TrackingEvent> reports() {
        return reports;
    }

    /** The events, newest first, withdrawn ones included. */
    public List<TrackingEvent> newestFirst() {
        List<TrackingEvent> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return Collections.unmodifiableList(reversed);
    }

    /** How far along the parcel is. */
    public Stage stage() {
        return StageRule.stageOf(oldestFirst);
    }

    /** The newest event that says something about where the parcel is; empty when there is none. */
    public Optional<TrackingEvent> latest() {
        return newestFirst().stream()
                .filter(e -> !e.withdrawn())
                .filter(e -> e.type().stage().isPresent() || e.type().isProblem())
                .findFirst()
                .or(() -> newestFirst().stream().filter(e -> !e.withdrawn()).findFirst());
    }

    /** The event that brought the parcel to its present stage most recently; empty when nothing is known. */
    public Optional<TrackingEvent> decisive() {
        Stage stage = stage();
        return newestFirst().stream()
                .filter(e ->
                        !e.withdrawn() && e.type().stage().filter(stage::equals).isPresent())
                .findFirst()
                .or(this::latest);
    }

    /** The event that best says how things stand: for a finished parcel the one that finished it, else the newest. */
    public Optional<TrackingEvent> current() {
        return stage().isFinal() ? decisive() : latest();
    }

    /** What is wrong now: the event that says how things stand is a problem. */
    public Optional<Problem> problem() {
        TrackingEvent latest = current().orElse(null);
        if (latest == null) {
            return Optional.empty();
        }
        EventType type = latest.type();
        return type.owner().map(owner -> new Problem(type, owner, since(type), type.actionRequired(), type.advice()));
    }

    /** When it was delivered; empty unless the stage is {@link Stage#DELIVERED}. */
    public Optional<EventTime> deliveredAt() {
        return stage() == Stage.DELIVERED ? decisive().map(TrackingEvent::at) : Optional.empty();
    }

    private EventTime since(EventType type) {
        EventTime since = null;
        for (TrackingEvent event : oldestFirst) {
            if (event.withdrawn()
                    || (event.type().stage().isEmpty() && !event.type().isProblem())) {
                continue;
            }
            if (event.type() != type) {
                since = null;
            } else if (since == null) {
                since = event.at();
            }
        }
        if (since != null) {
            return since;
        }
        return oldestFirst.stream()
                .filter(e -> e.type() == type)
                .map(TrackingEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<TrackingEvent> distinctScans(List<TrackingEvent> sameMoment) {
        Map<String, TrackingEvent> byPlace = new TreeMap<>();
        List<TrackingEvent> placeless = new ArrayList<>();
        for (TrackingEvent report : sameMoment) {
            if (report.place().isNowhere()) {
                placeless.add(report);
            } else {
                byPlace.merge(report.place().toString(), report, Timeline::richer);
            }
        }
        List<TrackingEvent> scans = new ArrayList<>(byPlace.values());
        for (TrackingEvent report : placeless) {
            if (scans.isEmpty()) {
                scans.add(report);
            } else {
                scans.set(0, richer(scans.get(0), report));
            }
        }
        return scans;
    }

    private static TrackingEvent richer(TrackingEvent one, TrackingEvent other) {
        return new TrackingEvent(
                one.at().compareTo(other.at()) <= 0 ? one.at() : other.at(),
                one.type().compareTo(other.type()) <= 0 ? one.type() : other.type(),
                one.code(),
                longer(one.description(), other.description()),
                one.place().isNowhere() ? other.place() : one.place(),
                one.withdrawn() || other.withdrawn());
    }

    private static @Nullable String longer(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int byLength = Integer.compare(one.length(), other.length());
        return byLength > 0 || (byLength == 0 && one.compareTo(other) >= 0) ? one : other;
    }

    /** What makes two reports one scan; words count only where the carrier gives no code. */
    private record ScanKey(String local, String code) {
        static ScanKey of(TrackingEvent event) {
            String code = event.code();
            String words = event.description() == null ? "" : event.description();
            return new ScanKey(event.at().local(), code == null ? "\u0000" + words : code);
        }
    }
}
