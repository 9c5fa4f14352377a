package org.trackno.web;

import java.util.ArrayList;
import java.util.List;
import org.trackno.geography.Coordinates;

/** Mercator's projection of the part of the earth that holds some points, onto a drawing; whole units, y downwards. */
final class MapProjection {
    static final int WIDTH = 672;
    static final int HEIGHT = 448;

    private static final int MARGIN = 72;
    private static final double FARTHEST_NORTH = 84;
    private static final double EARTH_RADIUS_KM = 6371;
    /** The nearest that outlines of this precision are worth looking at. */
    private static final double LEAST_KM_A_UNIT = 0.9;

    private final double scale;
    private final double west;
    private final double north;
    private final List<Double> longitudes;

    private MapProjection(double scale, double west, double north, List<Double> longitudes) {
        this.scale = scale;
        this.west = west;
        this.north = north;
        this.longitudes = longitudes;
    }

    /** The projection that shows all of these, each reached from the one before the shorter way round the earth. */
    static MapProjection of(List<Coordinates> way) {
        List<Double> longitudes = unwrapped(way);
        double left = Math.toRadians(min(longitudes));
        double right = Math.toRadians(max(longitudes));
        List<Double> heights =
                way.stream().map(point -> height(point.latitude())).toList();
        double bottom = min(heights);
        double top = max(heights);
        double latitude = Math.toRadians(way.stream()
                .mapToDouble(Coordinates::latitude)
                .map(Math::abs)
                .max()
                .orElse(0));
        double nearest = EARTH_RADIUS_KM * Math.cos(latitude) / LEAST_KM_A_UNIT;
        double fitting = Math.min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (top - bottom));
        double scale = Math.min(nearest, fitting);
        double west = (left + right) / 2 - WIDTH / (2 * scale);
        return new MapProjection(scale, west, (top + bottom) / 2 + HEIGHT / (2 * scale), longitudes);
    }

    /** The longitude of a point of the way, perhaps beyond 180 degrees, so that the way does not jump. */
    double longitude(int point) {
        return longitudes.get(point);
    }

    double x(double longitude) {
        return (Math.toRadians(longitude) - west) * scale;
    }

    double y(double latitude) {
        return (north - height(latitude)) * scale;
    }

    double westernmost() {
        return Math.toDegrees(west);
    }

    double easternmost() {
        return Math.toDegrees(west + WIDTH / scale);
    }

    double northernmost() {
        return latitude(north);
    }

    double southernmost() {
        return latitude(north - HEIGHT / scale);
    }

    private static double height(double latitude) {
        double bounded = Math.max(-FARTHEST_NORTH, Math.min(FARTHEST_NORTH, latitude));
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(bounded) / 2));
    }

    private static double latitude(double height) {
        return Math.toDegrees(2 * Math.atan(Math.exp(height)) - Math.PI / 2);
    }

    private static List<Double> unwrapped(List<Coordinates> way) {
        List<Double> longitudes = new ArrayList<>();
        for (Coordinates point : way) {
            double before = longitudes.isEmpty() ? point.longitude() : longitudes.get(longitudes.size() - 1);
            longitudes.add(before + Math.IEEEremainder(point.longitude() - before, 360));
        }
        return longitudes;
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
