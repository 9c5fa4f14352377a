package org.trackno.model;

import java.util.regex.Pattern;

/**
 * A post office or a courier.
 *
 * @param id kebab-case and stable: {@code royal-mail}
 * @param name as people know it: {@code Royal Mail}
 */
public record Carrier(String id, String name) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Carrier {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A carrier id is kebab-case, like royal-mail: " + id);
        }
    }
}
