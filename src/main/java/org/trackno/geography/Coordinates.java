package org.trackno.geography;

/**
 * A point on the earth, WGS 84, in degrees.
 *
 * @param latitude north positive
 * @param longitude east positive, from -180 to 180
 */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371;

    /** The way to another point along the surface, in kilometres. */
    public double kilometresTo(Coordinates other) {
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double across = Math.sin((there - here) / 2);
        double along = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double haversine = across * across + Math.cos(here) * Math.cos(there) * along * along;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
