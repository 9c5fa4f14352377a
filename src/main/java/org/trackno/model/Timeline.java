package org.trackno.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parcel's events and what follows from them. A pure function of the set of reports: their order, their repetition and
 * how they were spread over answers do not matter.
 */
public final class Timeline {
    private final List<TrackingEvent> reports;
    private final List<TrackingEvent> oldestFirst;

    private Timeline(List<TrackingEvent> reports, List<TrackingEvent> oldestFirst) {
        this.reports = reports;
        this.oldestFirst = oldestFirst;
    }

    /**
     * The timeline of these reports. Two reports are of one physical scan when wall-clock time and carrier code agree and
     * neither places nor stated offsets contradict each other; what either knows is shown. Where the carrier gives no
     * code, its words have to agree, or our type where one has no words. If one was withdrawn, the event is.
     */
    public static Timeline of(Collection<TrackingEvent> reports) {
        return new Timeline(List.copyOf(reports), Collections.unmodifiableList(PhysicalScans.of(reports)));
    }

    /** The timeline of the known reports and these. */
    public Timeline plus(Collection<TrackingEvent> more) {
        Set<TrackingEvent> all = new HashSet<>(reports);
        all.addAll(more);
        return of(all);
    }

    /** Every report this timeline was made of. */
    public Set<TrackingEvent> reports() {
        return Set.copyOf(reports);
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
                .filter(Timeline::speaksOfTheParcel)
                .findFirst()
                .or(() -> newestFirst().stream().filter(e -> !e.withdrawn()).findFirst());
    }

    /** The event that brought the parcel to its present stage most recently; empty when nothing is known. */
    public Optional<TrackingEvent> decisive() {
        return StageRule.decisive(oldestFirst).or(this::latest);
    }

    /** The event that best says how things stand: for a finished parcel the one that finished it, else the newest. */
    public Optional<TrackingEvent> current() {
        return stage().isFinal() ? decisive() : latest();
    }

    /** What to say of the parcel now. A delivery on the way back was one to the sender, whatever the carrier calls it. */
    public Optional<EventType> headline() {
        return current()
                .map(TrackingEvent::type)
                .map(type -> isDeliveryToSender(type) ? EventType.RETURNED_TO_SENDER : type);
    }

    private boolean isDeliveryToSender(EventType type) {
        return stage() == Stage.RETURNED
                && type.stage().filter(Stage.DELIVERED::equals).isPresent();
    }

    /**
     * What is wrong now: the event that says how things stand is a problem. It lasts since the first of the reports of it
     * that follow each other.
     */
    public Optional<Problem> problem() {
        TrackingEvent current = current().orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        EventType type = isDeliveryToSender(current.type()) ? EventType.RETURNED_TO_SENDER : current.type();
        return type.owner()
                .map(owner -> new Problem(type, owner, since(current), type.actionRequired(), type.advice()));
    }

    /** When it was delivered; empty unless the stage is {@link Stage#DELIVERED}. */
    public Optional<EventTime> deliveredAt() {
        return stage() == Stage.DELIVERED ? decisive().map(TrackingEvent::at) : Optional.empty();
    }

    private EventTime since(TrackingEvent problem) {
        EventTime since = problem.at();
        for (int i = oldestFirst.indexOf(problem) - 1; i >= 0; i--) {
            TrackingEvent earlier = oldestFirst.get(i);
            if (speaksOfTheParcel(earlier)) {
                if (earlier.type() != problem.type()) {
                    break;
                }
                since = earlier.at();
            }
        }
        return since;
    }

    private static boolean speaksOfTheParcel(TrackingEvent event) {
        return !event.withdrawn()
                && (event.type().stage().isPresent() || event.type().isProblem());
    }
}
