package org.trackno.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.cache.CaffeineCache;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Caches;

class KeptValuesTest {
    private static final String KEY = "RB417526304GB";

    private final CaffeineCache cache = Caches.bounded(10);
    private final KeptValues<String, String> values = new KeptValues<>(cache);

    @Test
    void keepsTheLatest() {
        assertThat(values.find(KEY)).isEmpty();
        values.put(KEY, "unseen");
        assertThat(values.find(KEY)).contains("unseen");
        values.put(KEY, "in transit");
        assertThat(values.find(KEY)).contains("in transit");
    }

    /** Caffeine starts two threads to tell of a replaced value where the common pool has one; it must not learn of it. */
    @Test
    void anotherValueTakesThePlaceOfTheOneBeforeUnknownToTheCache() {
        values.put(KEY, "unseen");
        Object place = cache.getIfPresent(KEY).join();
        values.put(KEY, "in transit");
        assertThat((Object) cache.getIfPresent(KEY).join()).isSameAs(place);
    }

    @Test
    void replacesOnlyTheVeryOneThatIsExpected() {
        KeptValues<String, List<String>> lists = new KeptValues<>(cache);
        List<String> expected = new ArrayList<>(List.of("in transit"));
        lists.put(KEY, expected);
        assertThat(lists.replace(KEY, new ArrayList<>(expected), List.of("delivered")))
                .isFalse();
        assertThat(lists.replace(KEY, expected, List.of("delivered"))).isTrue();
        assertThat(lists.replace(KEY, expected, List.of("returned"))).isFalse();
        assertThat(lists.find(KEY)).contains(List.of("delivered"));
        assertThat(lists.replace("another", expected, List.of("returned"))).isFalse();
        assertThat(lists.find("another")).isEmpty();
    }

    @Test
    void forgetsOneOrAll() {
        values.put("1", "a");
        values.put("2", "b");
        values.put("3", "c");
        values.drop("1");
        assertThat(values.find("1")).isEmpty();
        assertThat(values.find("2")).contains("b");
        values.dropAll();
        assertThat(values.find("2")).isEmpty();
        assertThat(values.find("3")).isEmpty();
    }

    @Test
    void keepsAsManyAsItIsBoundToHoweverManyCome() {
        values.bound(5);
        for (int i = 0; i < 1_000; i++) {
            values.put("number " + i, "unseen");
            values.put("number " + i, "in transit");
        }

        assertThat(Caches.settledSize(cache)).isBetween(1, 5);
    }
}
