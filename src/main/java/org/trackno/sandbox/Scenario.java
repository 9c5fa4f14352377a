package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a tracking number, the same with every carrier.
 *
 * @param answer what the carrier answers
 * @param delay before the carrier answers
 * @param steps of the journey, oldest first
 * @param parcels names of other scenarios, when the number stands for one or more parcels that go those ways
 */
record Scenario(AnswerKind answer, Duration delay, List<Step> steps, List<String> parcels) {
    /** What a number is answered that the sandbox does not know. */
    static final Scenario UNKNOWN_NUMBER = new Scenario(AnswerKind.NOT_FOUND, null, null, null);
    /** A parcel without anything special. */
    static final Scenario PARCEL = new Scenario(AnswerKind.TRACKING, null, null, null);

    @JsonCreator
    Scenario(
            @Nullable AnswerKind answer,
            @Nullable Duration delay,
            @Nullable List<Step> steps,
            @Nullable List<String> parcels) {
        this.answer = answer == null ? AnswerKind.TRACKING : answer;
        this.delay = delay == null ? Duration.ZERO : delay;
        this.steps = steps == null ? List.of() : List.copyOf(steps);
        this.parcels = parcels == null ? List.of() : List.copyOf(parcels);
    }
}
