package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.trackno.model.EventType;

/**
 * One thing that happens on a journey.
 *
 * @param type what happens
 * @param ago how long before the first look-up; negative for what happens later
 * @param leg where
 */
record Step(EventType type, Duration ago, Leg leg) {
    @JsonCreator
    static Step of(
            @JsonProperty(value = "type", required = true) String term,
            @JsonProperty(value = "ago", required = true) Duration ago,
            @JsonProperty(value = "leg", required = true) Leg leg) {
        EventType type =
                EventType.ofTerm(term).orElseThrow(() -> new IllegalArgumentException("no event type " + term));
        return new Step(type, ago, leg);
    }
}
