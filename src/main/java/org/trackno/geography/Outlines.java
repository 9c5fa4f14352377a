package org.trackno.geography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;

/** The outlines of the world's countries. Data: Natural Earth at 1:50,000,000, public domain; from {@code countries.txt.gz}. */
public final class Outlines {
    private static final double PER_DEGREE = 100;

    private final List<Ring> rings;

    private Outlines(List<Ring> rings) {
        this.rings = rings;
    }

    /** Reads them. */
    public static Outlines load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(Outlines.class.getResourceAsStream("countries.txt.gz"))),
                StandardCharsets.UTF_8))) {
            return new Outlines(lines.lines().map(Ring::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rings: coasts and borders, islands, and what is cut out of a country. */
    public List<Ring> rings() {
        return rings;
    }

    /** A closed line. */
    public static final class Ring {
        private final short[] points;
        private final short west;
        private final short east;
        private final short south;
        private final short north;

        private Ring(short[] points) {
            this.points = points;
            short left = Short.MAX_VALUE;
            short right = Short.MIN_VALUE;
            short bottom = Short.MAX_VALUE;
            short top = Short.MIN_VALUE;
            for (int i = 0; i < points.length; i += 2) {
                left = (short) Math.min(left, points[i]);
                right = (short) Math.max(right, points[i]);
                bottom = (short) Math.min(bottom, points[i + 1]);
                top = (short) Math.max(top, points[i + 1]);
            }
            this.west = left;
            this.east = right;
            this.south = bottom;
            this.north = top;
        }

        private static Ring of(String line) {
            StringTokenizer numbers = new StringTokenizer(line, " ");
            short[] points = new short[numbers.countTokens()];
            for (int i = 0; i < points.length; i++) {
                int before = i < 2 ? 0 : points[i - 2];
                points[i] = (short) (before + Integer.parseInt(numbers.nextToken()));
            }
            return new Ring(points);
        }

        /** How many points it has. */
        public int size() {
            return points.length / 2;
        }

        /** Longitude of a point, degrees. */
        public double longitude(int point) {
            return points[2 * point] / PER_DEGREE;
        }

        /** Latitude of a point, degrees. */
        public double latitude(int point) {
            return points[2 * point + 1] / PER_DEGREE;
        }

        /** Whether some of it may lie between these, all in degrees. */
        public boolean touches(double fromWest, double toEast, double fromSouth, double toNorth) {
            return west / PER_DEGREE <= toEast
                    && east / PER_DEGREE >= fromWest
                    && south / PER_DEGREE <= toNorth
                    && north / PER_DEGREE >= fromSouth;
        }
    }
}
