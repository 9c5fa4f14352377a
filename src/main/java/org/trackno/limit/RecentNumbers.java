package org.trackno.limit;

import java.util.Arrays;

/**
 * The different numbers that came by within the last minute, up to a bound, and those of the last five, which the alarm
 * counts, as long as there is room. A number that comes again takes no new place, so looking at one parcel over and over is
 * no walk. Takes memory for what came by lately, not for all that ever did.
 */
final class RecentNumbers {
    static final long MINUTE_MILLIS = 60_000;

    private static final long LATELY_MILLIS = WalkingAlarm.LATELY.toMillis();
    private static final int FIRST_PLACES = 4;

    private final int most;
    private long[] numbers = new long[FIRST_PLACES];
    private long[] seenAt = new long[FIRST_PLACES];
    /** Never shrinks, so that whoever reads it without the lock finds at most that it was smaller. */
    private volatile int size;

    RecentNumbers(int most) {
        this.most = most;
    }

    /** Milliseconds until another number fits; 0 when this one may come by now. */
    synchronized long waitFor(long number, long now) {
        int place = place(number, now);
        return place < 0 ? seenAt[oldest()] + MINUTE_MILLIS - now : 0;
    }

    /** Milliseconds until another number fits; 0 when one does. */
    synchronized long waitForAny(long now) {
        return hasRoom() ? 0 : Math.max(0, seenAt[oldest()] + MINUTE_MILLIS - now);
    }

    /** Whether another number fits, whatever the time is. */
    boolean hasRoom() {
        return size < most;
    }

    /** How many of the numbers remembered came by since then; at most the bound. */
    synchronized int countSince(long millis) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (seenAt[i] >= millis) {
                count++;
            }
        }
        return count;
    }

    /** Remembers a number, unless there is no place for it; whether it was not remembered before. */
    synchronized boolean add(long number, long now) {
        int place = place(number, now);
        if (place < 0) {
            return false;
        }
        boolean isNew = place == size || numbers[place] != number;
        if (place == numbers.length) {
            int places = Math.min(most, 2 * numbers.length);
            numbers = Arrays.copyOf(numbers, places);
            seenAt = Arrays.copyOf(seenAt, places);
        }
        size = Math.max(size, place + 1);
        numbers[place] = number;
        seenAt[place] = now;
        return isNew;
    }

    /** Its own place, or that of a number not of late, or a free one, or that of one whose minute is over; -1 for none. */
    private int place(long number, long now) {
        int old = -1;
        int over = -1;
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                return i;
            }
            if (over < 0 && seenAt[i] + MINUTE_MILLIS <= now) {
                over = i;
            }
            if (old < 0 && seenAt[i] + LATELY_MILLIS < now) {
                old = i;
            }
        }
        if (old >= 0) {
            return old;
        }
        return size < most ? size : over;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < size; i++) {
            if (seenAt[i] < seenAt[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
