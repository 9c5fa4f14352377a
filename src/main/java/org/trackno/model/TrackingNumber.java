package org.trackno.model;

/**
 * What a carrier prints on an item, in canonical form: 5 to 40 characters, upper-case A to Z and 0 to 9, no spaces or
 * hyphens. Whoever reads numbers from people normalises first ({@code org.trackno.number}).
 *
 * @param value the canonical form
 */
public record TrackingNumber(String value) implements Comparable<TrackingNumber> {
    /** The shortest number any known carrier prints is longer; below this a string says nothing. */
    public static final int MIN_LENGTH = 5;
    /** GS1-128 with routing is 34; the longest published format is 39 characters. */
    public static final int MAX_LENGTH = 40;

    /** Throws {@link IllegalArgumentException} when the value is not canonical. */
    public TrackingNumber {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("Not a canonical tracking number: " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " characters A-Z and 0-9 wanted, got " + value.length() + " characters");
        }
    }

    /** Whether the string can be a tracking number as it stands. */
    public static boolean isCanonical(String value) {
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** The form for logs and metrics: all but the last four characters hidden. */
    public String masked() {
        return "*".repeat(value.length() - 4) + value.substring(value.length() - 4);
    }

    @Override
    public int compareTo(TrackingNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
