package org.trackno.web.storefront;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An opaque colour in sRGB. Lightness and contrast as WCAG 2.2 defines them.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
    /** Contrast that text needs; WCAG 2.2, 1.4.3. */
    static final double READABLE = 4.5;

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int STEPS = 20;

    /**
     * Reads a colour as {@code #rrggbb}.
     *
     * @throws IllegalArgumentException with what would be right
     */
    static Colour parse(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException("A colour is written as #rrggbb, like #0f6b50; not '" + text + "'");
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }

    /** The contrast with another, 1 to 21. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Black or white, whichever can be read better on it. */
    Colour text() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** The same with so much of another in it, 0 to 1. */
    Colour mix(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    /** The same, as much lighter as it takes to be read on another. */
    Colour lightenedFor(Colour ground) {
        for (int step = 0; step < STEPS; step++) {
            Colour lighter = mix(WHITE, (double) step / STEPS);
            if (lighter.contrast(ground) >= READABLE) {
                return lighter;
            }
        }
        return WHITE;
    }

    /** As CSS writes it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
