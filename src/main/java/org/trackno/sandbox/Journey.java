package org.trackno.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trackno.model.Stage;

/** Tells how far a parcel has come, in the words, places and times of one carrier, as values for its templates. */
final class Journey {
    private final SandboxFile carrier;
    private final Instant start;
    private final Instant now;

    /**
     * A journey at a moment.
     *
     * @param start the moment that the steps' times count from
     */
    Journey(SandboxFile carrier, Instant start, Instant now) {
        this.carrier = carrier;
        this.start = start;
        this.now = now;
    }

    /**
     * What the templates can say of a parcel: {@code events} (newest first) and {@code oldestFirst}, each with {@code at},
     * {@code place} and what {@code sandbox.yaml} says of its type; {@code latest}, {@code origin}, {@code destination};
     * {@code deliveredAt} once it is, {@code estimate} while it is to be.
     */
    Map<String, Object> parcel(List<Step> steps, Map<String, String> attributes) {
        List<Map<String, Object>> oldestFirst = steps.stream()
                .filter(step -> !moment(step).isAfter(now) && isExpressed(step))
                .map(this::event)
                .toList();
        List<Map<String, Object>> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        Map<String, Object> parcel = new HashMap<>(attributes);
        parcel.put("events", newestFirst);
        parcel.put("oldestFirst", oldestFirst);
        parcel.put("latest", newestFirst.get(0));
        parcel.put("origin", place(steps.get(0).leg()));
        parcel.put("destination", place(Leg.RECIPIENT));
        delivery(steps).ifPresent(step -> {
            boolean done = !moment(step).isAfter(now);
            parcel.put(done ? "deliveredAt" : "estimate", at(step));
        });
        return parcel;
    }

    private boolean isExpressed(Step step) {
        return carrier.events().containsKey(step.type().term());
    }

    private static Optional<Step> delivery(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.type().stage().equals(Optional.of(Stage.DELIVERED)))
                .findFirst();
    }

    private Map<String, Object> event(Step step) {
        Map<String, Object> event =
                new HashMap<>(carrier.events().getOrDefault(step.type().term(), Map.of()));
        event.put("type", step.type().term());
        event.put("at", at(step));
        event.put("place", place(step.leg()));
        return event;
    }

    private Map<String, String> place(Leg leg) {
        return carrier.places().getOrDefault(leg, Map.of());
    }

    private Instant moment(Step step) {
        return start.minus(step.ago());
    }

    private ZonedDateTime at(Step step) {
        String zone = place(step.leg()).get("zone");
        return moment(step).atZone(zone == null ? carrier.zone() : ZoneId.of(zone));
    }
}
