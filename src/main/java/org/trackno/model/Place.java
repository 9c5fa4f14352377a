package org.trackno.model;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened or is meant to go; every part may be missing.
 *
 * @param name of the facility or shop
 * @param locality town
 * @param region state, province or the like, as the carrier writes it
 * @param postalCode as the carrier writes it
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 */
public record Place(
        @Nullable String name,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /** A place about which nothing is known. */
    public static final Place NOWHERE = new Place(null, null, null, null, null, null, null);

    /** Only a country. */
    public static Place ofCountry(@Nullable String country) {
        return country == null ? NOWHERE : new Place(null, null, null, null, country, null, null);
    }

    /** Whether no part is known. */
    public boolean isNowhere() {
        return equals(NOWHERE);
    }
}
