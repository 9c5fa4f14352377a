package org.trackno.model;

import java.util.List;
import java.util.Optional;

/**
 * How the stage follows from a timeline. Events that were withdrawn or have no stage do not count. In the order of time
 * each event moves the parcel to its stage, with these exceptions that keep the stage honest:
 *
 * <ul>
 *   <li>announcements and acceptance scans never take a parcel back, because carriers file them late; an acceptance after
 *       {@link Stage#CANCELLED} does count, because then the carrier has the parcel;
 *   <li>{@link Stage#DELIVERED} is left only for a return, or when the carrier corrects itself;
 *   <li>on the way back ordinary scans keep {@link Stage#RETURNING}, and a delivery then is one to the sender;
 *   <li>{@link Stage#RETURNED} is left only when the carrier corrects itself: the parcel is on its way back still.
 * </ul>
 */
final class StageRule {
    private StageRule() {}

    /** The stage after these events, oldest first. */
    static Stage stageOf(List<TrackingEvent> oldestFirst) {
        Stage stage = Stage.UNKNOWN;
        for (TrackingEvent event : oldestFirst) {
            stage = next(stage, event);
        }
        return stage;
    }

    /** The newest event that brought the parcel to its present stage or confirmed it; empty when none has a stage. */
    static Optional<TrackingEvent> decisive(List<TrackingEvent> oldestFirst) {
        Stage stage = Stage.UNKNOWN;
        TrackingEvent decisive = null;
        for (TrackingEvent event : oldestFirst) {
            Stage next = next(stage, event);
            boolean confirmed = !event.withdrawn()
                    && event.type().stage().filter(next::equals).isPresent();
            if (next != stage || confirmed) {
                decisive = event;
            }
            stage = next;
        }
        return Optional.ofNullable(decisive);
    }

    private static Stage next(Stage current, TrackingEvent event) {
        Stage reported = event.type().stage().orElse(null);
        if (event.withdrawn() || reported == null) {
            return current;
        }
        if (event.type() == EventType.DELIVERY_CORRECTED) {
            return corrected(current);
        }
        return switch (current) {
            case UNKNOWN -> reported;
            case DELIVERED -> isReturn(reported) ? reported : current;
            case RETURNING -> afterReturnStarted(reported);
            case RETURNED -> current;
            case CANCELLED -> reported == Stage.ANNOUNCED ? current : reported;
            case LOST -> isBeforeTransit(reported) ? current : reported;
            default -> isBeforeTransit(reported) ? later(current, reported) : reported;
        };
    }

    private static Stage corrected(Stage current) {
        return isReturn(current) ? Stage.RETURNING : Stage.IN_TRANSIT;
    }

    private static Stage afterReturnStarted(Stage reported) {
        return switch (reported) {
            case DELIVERED, RETURNED -> Stage.RETURNED;
            case CANCELLED, LOST -> reported;
            default -> Stage.RETURNING;
        };
    }

    private static boolean isReturn(Stage stage) {
        return stage == Stage.RETURNING || stage == Stage.RETURNED;
    }

    private static boolean isBeforeTransit(Stage stage) {
        return stage == Stage.ANNOUNCED || stage == Stage.ACCEPTED;
    }

    private static Stage later(Stage one, Stage other) {
        return one.ordinal() >= other.ordinal() ? one : other;
    }
}
