package org.trackno.model;

import java.util.List;

/**
 * How the stage follows from a timeline. Events that were withdrawn or have no stage do not count. In the order of time
 * each event moves the parcel to its stage, with three exceptions that keep the stage honest:
 *
 * <ul>
 *   <li>announcements and acceptance scans never take a parcel back, because carriers file them late;
 *   <li>{@link Stage#DELIVERED} is left only for a return, or when the carrier corrects itself;
 *   <li>on the way back ordinary scans keep {@link Stage#RETURNING}, and a delivery then is one to the sender.
 * </ul>
 */
final class StageRule {
    private StageRule() {}

    /** The stage after these events, oldest first. */
    static Stage stageOf(List<TrackingEvent> oldestFirst) {
        Stage stage = Stage.UNKNOWN;
        for (TrackingEvent event : oldestFirst) {
            if (!event.withdrawn()) {
                stage = next(stage, event.type());
            }
        }
        return stage;
    }

    private static Stage next(Stage current, EventType type) {
        Stage reported = type.stage().orElse(null);
        if (reported == null) {
            return current;
        }
        if (type == EventType.DELIVERY_CORRECTED) {
            return reported;
        }
        return switch (current) {
            case DELIVERED -> isReturn(reported) ? reported : current;
            case RETURNED -> current;
            case RETURNING -> afterReturnStarted(reported);
            case UNKNOWN, CANCELLED, LOST -> reported;
            default -> isBeforeTransit(reported) ? later(current, reported) : reported;
        };
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
