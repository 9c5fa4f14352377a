package org.trackno.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Keeps callers from walking through the numbers of a carrier: tracking numbers are given out in order, so who has one can
 * guess the rest. So many different neighbours a minute, and so many that nobody knows.
 *
 * <p>Who asked for a third of either within five minutes walks, fast enough to be stopped or not. Many at once are an alarm.
 */
@Singleton
class WalkingBrake {
    private static final int BLOCKS_A_CALLER = 4;
    private static final int SHARE_OF_A_WALK = 3;
    /** A power of two. */
    private static final int MARKS = 4096;

    private static final long SECOND = 1_000;

    private final int mostNeighbours;
    private final int mostUnknown;
    private final WalkingAlarm alarm;
    private final Clock clock;
    private final Cache<Long, RecentNumbers> blocks;
    /**
     * Who was let ask for what within this second, a mark each. Whoever asks for a parcel over and over is no walker, and
     * needs no lock to find out.
     */
    private final AtomicLongArray marks = new AtomicLongArray(MARKS);

    WalkingBrake(LimitConfiguration configuration, WalkingAlarm alarm, Clock clock) {
        this.mostNeighbours = configuration.consecutiveNumbers();
        this.mostUnknown = configuration.unknownNumbers();
        this.alarm = alarm;
        this.clock = clock;
        this.blocks = Caffeine.newBuilder()
                .maximumSize((long) BLOCKS_A_CALLER * configuration.callers())
                .build();
    }

    /** Milliseconds until the caller may ask for a number so near to others it asked for; 0 for now. */
    long waitForNeighbour(Caller caller, String number) {
        if (mostNeighbours == 0 || caller.isExempt()) {
            return 0;
        }
        long now = clock.millis();
        Neighbourhood where = Neighbourhood.of(number);
        long mark = Neighbourhood.mixed(Neighbourhood.mixed(caller.key(), where.number()), now / SECOND);
        int place = (int) mark & (MARKS - 1);
        if (marks.get(place) == mark) {
            return 0;
        }
        RecentNumbers block = recent(caller, where.block());
        RecentNumbers overlapping = recent(caller, where.overlapping());
        long wait = Math.max(block.waitFor(where.number(), now), overlapping.waitFor(where.number(), now));
        boolean isStep = wait > 0;
        if (wait == 0) {
            isStep = block.add(where.number(), now);
            overlapping.add(where.number(), now);
            marks.set(place, mark);
        }
        if (isStep) {
            noteWalk(caller, block, mostNeighbours, now);
            noteWalk(caller, overlapping, mostNeighbours, now);
        }
        return wait;
    }

    /** Milliseconds until the caller may go on, having asked for so many numbers that nobody knows; 0 for now. */
    long waitForUnknown(Caller caller) {
        return mostUnknown == 0 || caller.isExempt() || caller.unknown().hasRoom()
                ? 0
                : caller.unknown().waitForAny(clock.millis());
    }

    /** The caller asked for a number that nobody knows. */
    void noteUnknown(Caller caller, String number) {
        if (mostUnknown > 0 && !caller.isExempt()) {
            long now = clock.millis();
            if (caller.unknown().add(Neighbourhood.of(number).number(), now)) {
                noteWalk(caller, caller.unknown(), mostUnknown, now);
            }
        }
    }

    private void noteWalk(Caller caller, RecentNumbers numbers, int most, long now) {
        int lately = numbers.countSince(now - WalkingAlarm.LATELY.toMillis());
        if (lately > 1 && lately * SHARE_OF_A_WALK >= most) {
            alarm.note(caller);
        }
    }

    private RecentNumbers recent(Caller caller, long block) {
        long key = caller.key() * 0x9E3779B97F4A7C15L ^ block;
        RecentNumbers known = blocks.getIfPresent(key);
        return known == null ? blocks.get(key, k -> new RecentNumbers(mostNeighbours)) : known;
    }
}
