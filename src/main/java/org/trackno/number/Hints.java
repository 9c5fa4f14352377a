package org.trackno.number;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows besides the number. It changes the ranking, never what a number is.
 *
 * @param destinationCountry ISO 3166-1 alpha-2, or null
 * @param originCountry ISO 3166-1 alpha-2, or null
 * @param configuredCarriers ids of the carriers that the caller can ask or usually ships with; empty when unknown
 * @param namedCarrier id of the carrier that somebody named for this number, or null
 * @param learnt what carriers confirmed before
 */
public record Hints(
        @Nullable String destinationCountry,
        @Nullable String originCountry,
        Set<String> configuredCarriers,
        @Nullable String namedCarrier,
        LearntPrefixes learnt) {

    /** Nothing is known. */
    public static final Hints NONE = new Hints(null, null, Set.of(), null);

    /** Without experience. */
    public Hints(
            @Nullable String destinationCountry,
            @Nullable String originCountry,
            Set<String> configuredCarriers,
            @Nullable String namedCarrier) {
        this(destinationCountry, originCountry, configuredCarriers, namedCarrier, new LearntPrefixes());
    }

    public Hints {
        configuredCarriers = Set.copyOf(configuredCarriers);
    }

    /** Only the country the parcel goes to. */
    public static Hints toCountry(String country) {
        return new Hints(country, null, Set.of(), null);
    }

    /** Only the carrier that somebody named. */
    public static Hints named(String carrierId) {
        return new Hints(null, null, Set.of(), carrierId);
    }
}
