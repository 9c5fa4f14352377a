package org.trackno.support;

import java.util.function.Supplier;

/**
 * A value that is made when first wanted. Those who want it in the same moment may each make it, so making it must be free of
 * effects; what it was made from is let go afterwards.
 *
 * @param <T> what is made
 */
public final class Lazy<T> {
    private volatile Supplier<T> value;

    /** A value that this makes. */
    public Lazy(Supplier<T> maker) {
        value = () -> {
            T made = maker.get();
            value = () -> made;
            return made;
        };
    }

    /** The value. Fails as the maker does, each time anew. */
    public T get() {
        return value.get();
    }
}
