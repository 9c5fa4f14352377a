package org.trackno.number;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable list that is worked out when first read: most callers never read the reasons of most candidates. */
abstract class LazyList<T> extends AbstractList<T> {
    private volatile @Nullable List<T> elements;

    /** Works out the elements; called once, or again by threads that read at the same time. */
    abstract List<T> workOut();

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
            known = List.copyOf(workOut());
            elements = known;
        }
        return known;
    }
}
