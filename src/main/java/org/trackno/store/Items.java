package org.trackno.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.trackno.store.SightingWrites.Write;

/** What some of the sightings of a statement have more of, by their place in it: the columns of one of its tables. */
final class Items<T> {
    private final List<Integer> items = new ArrayList<>();
    private final List<T> values = new ArrayList<>();

    /** At most one each. */
    static <T> Items<T> of(List<Write> writes, Function<Write, @Nullable T> value) {
        return ofMany(writes, write -> {
            T one = value.apply(write);
            return one == null ? List.of() : List.of(one);
        });
    }

    /** Any number each. */
    static <T> Items<T> ofMany(List<Write> writes, Function<Write, List<T>> values) {
        Items<T> items = new Items<>();
        for (int item = 0; item < writes.size(); item++) {
            for (T value : values.apply(writes.get(item))) {
                items.items.add(item);
                items.values.add(value);
            }
        }
        return items;
    }

    Integer[] items() {
        return items.toArray(Integer[]::new);
    }

    <C> C[] column(IntFunction<C[]> array, Function<T, @Nullable C> cell) {
        return values.stream().map(cell).toArray(array);
    }
}
