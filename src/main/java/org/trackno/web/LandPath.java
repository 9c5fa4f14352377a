package org.trackno.web;

import java.util.List;
import org.trackno.geography.Outlines;

/** The countries as one path of an SVG: what lies in the drawing, in whole units, without points that nobody would see. */
final class LandPath {
    /** Beyond the edge, so that cut borders are not seen. */
    private static final int BEYOND = 8;

    /** The finest that can be seen; coarser where a large part of the world would become too heavy. */
    private static final int LEAST_STEP = 3;

    private static final int COARSER = 2;
    private static final int MOST_CHARACTERS = 22_000;
    private static final int LEAST_POINTS = 3;
    private static final double ALL_ROUND = 360;

    private final MapProjection projection;
    private final int step;
    private final StringBuilder path = new StringBuilder();

    private LandPath(MapProjection projection, int step) {
        this.projection = projection;
        this.step = step;
    }

    /** The path's {@code d}. */
    static String of(Outlines countries, MapProjection projection) {
        String path = new LandPath(projection, LEAST_STEP).draw(countries);
        for (int step = LEAST_STEP + COARSER; path.length() > MOST_CHARACTERS; step += COARSER) {
            path = new LandPath(projection, step).draw(countries);
        }
        return path;
    }

    private String draw(Outlines countries) {
        for (double round = -ALL_ROUND; round <= ALL_ROUND; round += ALL_ROUND) {
            double west = projection.westernmost() - round;
            double east = projection.easternmost() - round;
            for (Outlines.Ring ring : countries.rings()) {
                if (ring.touches(west, east, projection.southernmost(), projection.northernmost())) {
                    add(ring, round);
                }
            }
        }
        return path.toString();
    }

    private void add(Outlines.Ring ring, double round) {
        List<MapClip.Point> points = new java.util.ArrayList<>(ring.size());
        for (int i = 0; i < ring.size(); i++) {
            points.add(new MapClip.Point(projection.x(ring.longitude(i) + round), projection.y(ring.latitude(i))));
        }
        write(MapClip.to(-BEYOND, -BEYOND, MapProjection.WIDTH + BEYOND, MapProjection.HEIGHT + BEYOND, points));
    }

    private void write(List<MapClip.Point> points) {
        StringBuilder ring = new StringBuilder();
        long x = 0;
        long y = 0;
        int written = 0;
        for (MapClip.Point point : points) {
            long nextX = Math.round(point.x());
            long nextY = Math.round(point.y());
            if (written > 0 && Math.abs(nextX - x) + Math.abs(nextY - y) < step) {
                continue;
            }
            ring.append(written == 0 ? 'M' : 'l').append(nextX - x).append(' ').append(nextY - y);
            x = nextX;
            y = nextY;
            written++;
        }
        if (written >= LEAST_POINTS) {
            path.append(ring).append('z');
        }
    }
}
