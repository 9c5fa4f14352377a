package org.trackno.carrier.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, in the order they came. Objects of carriers have a handful, which are found sooner by looking
 * through them than in a hash table, and take a third of its memory. Whoever sends thousands gets a hash table, or would
 * make each search long.
 */
final class FewFields extends AbstractMap<String, JsonNode> {
    static final int MOST = 16;

    private String[] names = new String[4];
    private JsonNode[] values = new JsonNode[4];
    private int size;
    /** All of them, once there are more than {@link #MOST}. */
    private @Nullable Map<String, JsonNode> many;

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public boolean containsKey(Object name) {
        return many == null ? find(name) >= 0 : many.containsKey(name);
    }

    @Override
    public @Nullable JsonNode get(Object name) {
        if (many != null) {
            return many.get(name);
        }
        int at = find(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int at = find(name);
        if (at < 0) {
            add(name, value);
            return null;
        }
        JsonNode before = values[at];
        values[at] = value;
        return before;
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return many == null ? new Entries() : many.entrySet();
    }

    private int find(Object sought) {
        if (sought instanceof String name) {
            int hash = name.hashCode();
            for (int i = 0; i < size; i++) {
                String candidate = names[i];
                if (candidate.hashCode() == hash && candidate.equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void add(String name, JsonNode value) {
        if (size == MOST) {
            Map<String, JsonNode> all = new LinkedHashMap<>(this);
            all.put(name, value);
            many = all;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size] = value;
        size++;
    }

    private final class Entries extends AbstractSet<Entry<String, JsonNode>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<String, JsonNode>> iterator() {
            return new InOrder();
        }
    }

    private final class InOrder implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;
        private boolean removable;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            removable = true;
            int at = next++;
            return new SimpleImmutableEntry<>(names[at], values[at]);
        }

        @Override
        public void remove() {
            if (!removable) {
                throw new IllegalStateException("nothing to remove, or removed already");
            }
            removable = false;
            System.arraycopy(names, next, names, next - 1, size - next);
            System.arraycopy(values, next, values, next - 1, size - next);
            next--;
            size--;
        }
    }
}
