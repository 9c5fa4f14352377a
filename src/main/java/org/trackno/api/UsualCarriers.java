package org.trackno.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.LookUp;

/** The carriers that a caller says its parcels usually go with: they rank higher, nobody is ruled out. */
final class UsualCarriers {
    private static final int MOST = 50;

    private UsualCarriers() {}

    /** Carrier ids, or what is wrong with them. */
    record Parsed(Set<String> ids, @Nullable ProblemDocument problem) {}

    /** Of a query parameter: ids separated by commas; none when it is missing or blank. */
    static Parsed parse(@Nullable String ids, LookUp lookUp) {
        return ids == null ? new Parsed(Set.of(), null) : read(Arrays.stream(ids.split(",", -1)), lookUp);
    }

    /** Of a field of a body; none when it is missing. */
    static Parsed parse(@Nullable List<String> ids, LookUp lookUp) {
        return ids == null ? new Parsed(Set.of(), null) : read(ids.stream(), lookUp);
    }

    private static Parsed read(Stream<String> texts, LookUp lookUp) {
        Set<String> ids = new LinkedHashSet<>();
        texts.limit(10L * MOST)
                .map(text -> text == null ? "" : text.strip().toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        if (ids.size() > MOST) {
            return refused("'carriers' names more than " + MOST + " carriers.");
        }
        List<String> unknown = lookUp.unknownCarriers(ids);
        return unknown.isEmpty()
                ? new Parsed(ids, null)
                : refused("'carriers': there is no carrier with the id " + String.join(", ", unknown)
                        + ". Ids are like dhl,ups; candidates of /v1/detect name theirs.");
    }

    private static Parsed refused(String detail) {
        return new Parsed(Set.of(), ProblemDocument.of("invalid-request", "The request cannot be used", 400, detail));
    }
}
