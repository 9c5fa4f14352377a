package org.trackno.number;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows besides the number. It changes the ranking, never what a number is.
 *
 * @param destinationCountry ISO 3166-1 alpha-2, or null
 * @param originCountry ISO 3166-1 alpha-2, or null
 * @param configuredCarriers ids of the carriers that can be asked; empty when unknown
 * @param usualCarriers ids of the carriers that a storefront ships with; empty when unknown
 * @param namedCarrier id of the carrier that somebody named for this number, or null
 * @param learnt what carriers confirmed before
 */
public record Hints(
        @Nullable String destinationCountry,
        @Nullable String originCountry,
        Set<String> configuredCarriers,
        Set<String> usualCarriers,
        @Nullable String namedCarrier,
        LearntPrefixes learnt) {

    /** Nothing is known. */
    public static final Hints NONE = new Hints(null, null, Set.of(), null);

    /** Without experience and without a storefront. */
    public Hints(
            @Nullable String destinationCountry,
            @Nullable String originCountry,
            Set<String> configuredCarriers,
            @Nullable String namedCarrier) {
        this(destinationCountry, originCountry, configuredCarriers, Set.of(), namedCarrier, new LearntPrefixes());
    }

    public Hints {
        configuredCarriers = Set.copyOf(configuredCarriers);
        usualCarriers = Set.copyOf(usualCarriers);
    }

    /** Only the country the parcel goes to. */
    public static Hints toCountry(String country) {
        return new Hints(country, null, Set.of(), null);
    }

    /** Only the carrier that somebody named. */
    public static Hints named(String carrierId) {
        return new Hints(null, null, Set.of(), carrierId);
    }

    /** Only the carriers of the storefront. */
    public static Hints usual(Set<String> carrierIds) {
        return new Hints(null, null, Set.of(), carrierIds, null, new LearntPrefixes());
    }

    boolean knowsCountry() {
        return destinationCountry != null || originCountry != null;
    }

    /** Whether no carrier is likelier than another for what is known. */
    boolean saysNothingOfCarriers() {
        return namedCarrier == null && configuredCarriers.isEmpty() && usualCarriers.isEmpty() && learnt.isEmpty();
    }

    /** The same with a carrier that somebody named. */
    Hints withNamed(String carrierId) {
        return new Hints(destinationCountry, originCountry, configuredCarriers, usualCarriers, carrierId, learnt);
    }
}
