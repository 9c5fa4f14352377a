package org.trackno.web;

import java.util.ArrayList;
import java.util.List;
import org.trackno.model.Stage;

/** The steps of a parcel's way, and where on it the parcel is. */
record StepBar(List<Step> steps) {
    /** How a step stands. */
    enum State {
        PASSED,
        HERE,
        TROUBLE,
        AHEAD
    }

    /** One step. */
    record Step(Stage stage, State state) {}

    private static final List<Stage> WAY =
            List.of(Stage.ACCEPTED, Stage.IN_TRANSIT, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);

    /** The bar of a stage. What is not on the straight way stands where it happens. */
    static StepBar of(Stage stage) {
        return switch (stage) {
            case UNKNOWN -> bar(0, List.of(), WAY);
            case ANNOUNCED -> bar(0, List.of(new Step(stage, State.HERE)), WAY);
            case ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> {
                int here = WAY.indexOf(stage);
                yield bar(here, List.of(new Step(stage, State.HERE)), WAY.subList(here + 1, WAY.size()));
            }
            case DELIVERED -> bar(WAY.size(), List.of(), List.of());
            case DELIVERY_ATTEMPTED -> bar(2, List.of(new Step(stage, State.TROUBLE)), List.of(Stage.DELIVERED));
            case AVAILABLE_FOR_PICKUP -> bar(2, List.of(new Step(stage, State.HERE)), List.of(Stage.DELIVERED));
            case RETURNING -> bar(2, List.of(new Step(stage, State.TROUBLE)), List.of(Stage.RETURNED));
            case RETURNED -> bar(2, List.of(new Step(stage, State.TROUBLE)), List.of());
            case LOST -> bar(2, List.of(new Step(stage, State.TROUBLE)), List.of());
            case CANCELLED -> bar(0, List.of(new Step(stage, State.TROUBLE)), List.of());
        };
    }

    private static StepBar bar(int passed, List<Step> here, List<Stage> ahead) {
        List<Step> steps = new ArrayList<>();
        WAY.subList(0, passed).forEach(stage -> steps.add(new Step(stage, State.PASSED)));
        steps.addAll(here);
        ahead.forEach(stage -> steps.add(new Step(stage, State.AHEAD)));
        return new StepBar(List.copyOf(steps));
    }
}
