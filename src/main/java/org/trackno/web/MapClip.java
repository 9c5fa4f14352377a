package org.trackno.web;

import java.util.ArrayList;
import java.util.List;

/** Cuts a polygon to a rectangle, after Sutherland and Hodgman: an edge of the rectangle at a time. */
final class MapClip {
    private MapClip() {}

    /** A point of the drawing. */
    record Point(double x, double y) {}

    /** What of a closed line lies in a rectangle; empty when nothing does. */
    static List<Point> to(double left, double top, double right, double bottom, List<Point> points) {
        return cut(cut(cut(cut(points, true, left, 1), true, right, -1), false, top, 1), false, bottom, -1);
    }

    /** Keeps what lies on the side of a vertical or horizontal line to which {@code sign} points. */
    private static List<Point> cut(List<Point> points, boolean vertical, double line, int sign) {
        List<Point> kept = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            Point here = points.get(i);
            Point before = points.get(i == 0 ? points.size() - 1 : i - 1);
            double in = sign * ((vertical ? here.x() : here.y()) - line);
            double inBefore = sign * ((vertical ? before.x() : before.y()) - line);
            if (in >= 0 != inBefore >= 0) {
                double share = inBefore / (inBefore - in);
                kept.add(new Point(
                        before.x() + share * (here.x() - before.x()), before.y() + share * (here.y() - before.y())));
            }
            if (in >= 0) {
                kept.add(here);
            }
        }
        return kept;
    }
}
