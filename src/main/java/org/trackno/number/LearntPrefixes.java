package org.trackno.number;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trackno.model.TrackingNumber;

/**
 * What carriers confirmed before: how many numbers under a prefix are whose. A prefix is what the numbers of one shipper have
 * in common, so a few confirmed ones tell more than any shape. Safe for many threads.
 */
public final class LearntPrefixes {
    /** The most that experience counts: a hundred confirmed numbers. */
    private static final double MOST = 2.0;

    private static final int LEAST_CHARACTERS = 4;
    private static final int SHARE_OF_NUMBER = 3;

    private final Map<Prefix, Integer> numbers = new ConcurrentHashMap<>();

    /**
     * How numbers of a carrier begin.
     *
     * @param carrierId whose they are
     * @param length characters of the whole number
     * @param characters the beginning
     */
    public record Prefix(String carrierId, int length, String characters) {
        /**
         * The prefix to learn from a number that a carrier confirmed: up to the end of its shipper or origin, where the
         * format has one, otherwise its first third.
         */
        public static Prefix of(Recognition recognition, String carrierId) {
            TrackingNumber number = recognition.trackingNumber();
            if (number == null) {
                throw new IllegalArgumentException("Only tracking numbers have a prefix");
            }
            return recognition.candidates().stream()
                    .filter(candidate -> candidate.carrier().id().equals(carrierId))
                    .findFirst()
                    .map(candidate -> of(candidate, number.value()))
                    .orElseGet(
                            () -> of(carrierId, number.value(), number.value().length() / SHARE_OF_NUMBER));
        }

        private static Prefix of(Candidate candidate, String number) {
            int end = number.length() / SHARE_OF_NUMBER;
            int from = 0;
            for (Part part : candidate.parts()) {
                int at = number.indexOf(part.value(), from);
                from = at + part.value().length();
                if (part.role().equals("shipper") || part.role().equals("origin")) {
                    return of(candidate.carrier().id(), number, from);
                }
            }
            return of(candidate.carrier().id(), number, end);
        }

        private static Prefix of(String carrierId, String number, int end) {
            return new Prefix(carrierId, number.length(), number.substring(0, Math.max(end, LEAST_CHARACTERS)));
        }
    }

    /** Counts so many more confirmed numbers under a prefix, or fewer. */
    public void add(Prefix prefix, int more) {
        numbers.merge(prefix, more, Integer::sum);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** How many numbers were confirmed under the prefix that the candidate would have. */
    int confirmed(Candidate candidate, String number) {
        return isEmpty() ? 0 : Math.max(0, numbers.getOrDefault(Prefix.of(candidate, number), 0));
    }

    /** What that counts, in powers of ten. */
    static double gain(int confirmed) {
        return Math.min(MOST, Math.log10(1.0 + confirmed));
    }
}
