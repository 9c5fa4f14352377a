package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.cache.CaffeineCache;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.store.UnheardNotices;
import org.trackno.testkit.Caches;
import org.trackno.testkit.SteppingClock;

/** Of a process that cannot hear what others write. */
class FindingCacheTest {
    private static final int MOST = 10;
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("royal-mail", "Royal Mail"), new TrackingNumber("RB417526304GB"));

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final CaffeineCache findings = Caches.bounded(100 * MOST);
    private final FindingCache cache =
            new FindingCache(findings, () -> OptionalInt.of(MOST), UnheardNotices.make(), clock);

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

    @Test
    void asManyAreKeptAsIsSaidHoweverManyCome() {
        for (int i = 0; i < 50 * MOST; i++) {
            cache.put(key("FETCHED" + i), missing());
            ParcelKey read = key("READ" + i);
            cache.putRead(read, missing(), cache.mark(read));
        }

        assertThat(Caches.settledSize(findings)).isBetween(1, MOST);
    }

    private static ParcelKey key(String number) {
        return new ParcelKey(KEY.carrier(), new TrackingNumber(number));
    }

    private Finding missing() {
        return new Finding.Missing(KEY, clock.instant().plus(Duration.ofMinutes(10)));
    }
}
