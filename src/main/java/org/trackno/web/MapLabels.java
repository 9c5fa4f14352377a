package org.trackno.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds room for the names of towns beside their dots: right, left, above or below; a name without room is left out. */
final class MapLabels {
    static final int SIZE = 25;

    private static final double WIDTH_OF_A_LETTER = 0.58;
    private static final int BESIDE = 22;
    private static final int EDGE = 8;

    private final List<Box> taken = new ArrayList<>();

    /** Where a name is written. */
    record Label(String text, double x, double y, String anchor) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean fits() {
            return left >= EDGE
                    && top >= EDGE
                    && right <= MapProjection.WIDTH - EDGE
                    && bottom <= MapProjection.HEIGHT - EDGE;
        }
    }

    private record Try(Label label, Box box) {}

    /** Keeps a dot free of names. */
    void dot(double x, double y) {
        taken.add(new Box(x - 9, y - 9, x + 9, y + 9));
    }

    /** A place for the name of a dot, if there is one. */
    Optional<Label> beside(double x, double y, String text) {
        double width = text.length() * SIZE * WIDTH_OF_A_LETTER;
        double half = SIZE / 2.0;
        Optional<Try> free = Stream.of(
                        at(x + BESIDE, y + half * 0.7, "start", text, x + BESIDE, width),
                        at(x - BESIDE, y + half * 0.7, "end", text, x - BESIDE - width, width),
                        at(x, y - BESIDE, "middle", text, x - width / 2, width),
                        at(x, y + BESIDE + SIZE * 0.75, "middle", text, x - width / 2, width))
                .filter(one -> one.box().fits() && taken.stream().noneMatch(one.box()::meets))
                .findFirst();
        free.ifPresent(one -> taken.add(one.box()));
        return free.map(Try::label);
    }

    private static Try at(double x, double y, String anchor, String text, double left, double width) {
        return new Try(new Label(text, x, y, anchor), new Box(left, y - SIZE * 0.8, left + width, y + SIZE * 0.25));
    }
}
