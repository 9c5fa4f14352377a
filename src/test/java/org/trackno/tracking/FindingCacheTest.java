package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.store.UnheardNotices;

/** Of a process that cannot hear what others write. */
class FindingCacheTest {
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("royal-mail", "Royal Mail"), new TrackingNumber("RB417526304GB"));

    private final Ticking clock = new Ticking();
    private final FindingCache cache = new FindingCache(
            new CaffeineCacheImpl(bounded(), false), () -> OptionalInt.of(10), UnheardNotices.make(), clock);

    private static CaffeineCacheInfo bounded() {
        CaffeineCacheInfo info = new CaffeineCacheInfo();
        info.name = "findings";
        info.maximumSize = 1L;
        return info;
    }

    @Test
    void oneCallerASecondIsToldToReadAgain() {
        assertThat(cache.wantsReading(KEY)).isFalse();
        cache.put(KEY, missing());
        assertThat(cache.wantsReading(KEY)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.wantsReading(KEY)).isTrue();
        assertThat(cache.wantsReading(KEY)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.wantsReading(KEY)).isTrue();
    }

    @Test
    void whatIsReadAgainIsServedMeanwhile() {
        Finding kept = missing();
        cache.put(KEY, kept);
        clock.advance(Duration.ofSeconds(1));
        cache.wantsReading(KEY);
        assertThat(cache.find(KEY)).contains(kept);
    }

    @Test
    void whatWasReadBeforeNewsIsNotKept() {
        long mark = cache.mark(KEY);
        Finding newer = missing();
        cache.put(KEY, newer);
        cache.putRead(KEY, Finding.Unseen.INSTANCE, mark);
        assertThat(cache.find(KEY)).contains(newer);

        long later = cache.mark(KEY);
        cache.forget(KEY);
        cache.putRead(KEY, newer, later);
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void everythingIsForgotten() {
        long mark = cache.mark(KEY);
        cache.put(KEY, missing());
        cache.forgetAll();
        assertThat(cache.find(KEY)).isEmpty();
        assertThat(cache.mark(KEY)).isNotEqualTo(mark);
    }

    private Finding missing() {
        return new Finding.Missing(KEY, clock.instant().plus(Duration.ofMinutes(10)));
    }

    /** Goes on when told. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
