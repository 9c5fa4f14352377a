package org.trackno.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;

/**
 * What came of one call.
 *
 * @param answer as it came; null when there was none
 * @param outcomes what it says about each number; empty when there was no answer
 * @param callFailure why there was no answer; null when there was one
 */
record Exchange(
        @Nullable CarrierAnswer answer, Map<TrackingNumber, TrackingOutcome> outcomes, @Nullable Failed callFailure) {

    static Exchange unanswered(Failed failed) {
        return new Exchange(null, Map.of(), failed);
    }

    /** The outcome for a number. */
    TrackingOutcome outcome(TrackingNumber number) {
        TrackingOutcome outcome = outcomes.get(number);
        return outcome == null ? failure() : outcome;
    }

    /** The failure of the whole call: no answer, or one that fails every number. */
    Failed failure() {
        if (callFailure != null) {
            return callFailure;
        }
        return outcomes.values().stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .findFirst()
                .orElseGet(() -> new Failed(FailureKind.UNREADABLE, "the answer is about other numbers"));
    }

    /** Whether no number got anywhere. */
    boolean isFailure() {
        return callFailure != null
                || (!outcomes.isEmpty() && outcomes.values().stream().allMatch(Failed.class::isInstance));
    }

    /** What came of it in a word: the best of what it says about its numbers, or the kind of its failure. */
    String name() {
        if (isFailure()) {
            return failure().kind().name();
        }
        return outcomes.values().stream().anyMatch(Found.class::isInstance) ? "FOUND" : "NOT_FOUND";
    }
}
