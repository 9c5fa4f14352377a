package org.trackno.number;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An immutable list that is worked out when first read: most callers never read the reasons of most candidates. */
final class LazyList<T> extends AbstractList<T> {
    private final Supplier<List<T>> source;
    private volatile @Nullable List<T> elements;

    LazyList(Supplier<List<T>> source) {
        this.source = source;
    }

    @Override
    public T get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    private List<T> elements() {
        List<T> known = elements;
        if (known == null) {
            known = List.copyOf(source.get());
            elements = known;
        }
        return known;
    }
}
