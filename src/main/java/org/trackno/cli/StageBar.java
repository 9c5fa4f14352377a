package org.trackno.cli;

import java.util.ArrayList;
import java.util.List;
import org.trackno.model.Stage;

/** The way of a parcel in five or fewer steps, and where on it the parcel is. */
record StageBar(List<Step> steps) {
    /** How a step stands. */
    enum State {
        /** Behind it. */
        PASSED("✓"),
        /** The parcel is here. */
        HERE("●"),
        /** The parcel is here, and should not be. */
        TROUBLE("!"),
        /** Not yet. */
        AHEAD("○");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }
    }

    /** A step with its name. */
    record Step(String title, State state) {
        @Override
        public String toString() {
            return state.mark + " " + title;
        }
    }

    private static final List<Stage> WAY_THERE =
            List.of(Stage.ANNOUNCED, Stage.ACCEPTED, Stage.IN_TRANSIT, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
    private static final int BEFORE_TRANSIT = 1;
    private static final int BEFORE_DELIVERY_DAY = 3;

    /** The bar of a stage. What is not on the way there takes the place of the step it spoils. */
    static StageBar of(Stage stage) {
        return switch (stage) {
            case UNKNOWN -> onTheWay(-1, List.of(), WAY_THERE);
            case ANNOUNCED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> {
                int here = WAY_THERE.indexOf(stage);
                yield onTheWay(
                        here,
                        List.of(new Step(stage.title(), State.HERE)),
                        WAY_THERE.subList(here + 1, WAY_THERE.size()));
            }
            case DELIVERED -> onTheWay(WAY_THERE.size() - 1, List.of(new Step(stage.title(), State.PASSED)), List.of());
            case DELIVERY_ATTEMPTED -> instead(stage.title(), State.TROUBLE, List.of(Stage.DELIVERED));
            case AVAILABLE_FOR_PICKUP -> instead("Ready for pickup", State.HERE, List.of(Stage.DELIVERED));
            case RETURNING -> instead(stage.title(), State.TROUBLE, List.of(Stage.RETURNED));
            case RETURNED, LOST -> instead(stage.title(), State.TROUBLE, List.of());
            case CANCELLED -> onTheWay(BEFORE_TRANSIT, List.of(new Step(stage.title(), State.TROUBLE)), List.of());
        };
    }

    /** The step the parcel is at. */
    boolean isTrouble() {
        return steps.stream().anyMatch(step -> step.state() == State.TROUBLE);
    }

    /** The steps on as many lines as the width asks for. */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Step step : steps) {
            String next = line.isEmpty() ? step.toString() : " › " + step;
            if (!line.isEmpty() && line.length() + next.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                next = "› " + step;
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    private static StageBar instead(String title, State state, List<Stage> ahead) {
        return onTheWay(BEFORE_DELIVERY_DAY, List.of(new Step(title, state)), ahead);
    }

    private static StageBar onTheWay(int passed, List<Step> here, List<Stage> ahead) {
        List<Step> steps = new ArrayList<>();
        WAY_THERE.stream()
                .limit(Math.max(passed, 0))
                .forEach(stage -> steps.add(new Step(stage.title(), State.PASSED)));
        steps.addAll(here);
        ahead.forEach(stage -> steps.add(new Step(stage.title(), State.AHEAD)));
        return new StageBar(List.copyOf(steps));
    }
}
