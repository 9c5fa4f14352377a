package org.trackno.model;

import java.util.Objects;
import java.util.stream.Stream;
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

    /** Whether some part is known of both and differs, letter case apart. Coordinates are measured and contradict nothing. */
    boolean contradicts(Place other) {
        return differ(name, other.name)
                || differ(locality, other.locality)
                || differ(region, other.region)
                || differ(postalCode, other.postalCode)
                || differ(country, other.country);
    }

    /** This place, with the parts it lacks taken from another. */
    Place completedBy(Place other) {
        boolean located = latitude != null && longitude != null;
        return new Place(
                name == null ? other.name : name,
                locality == null ? other.locality : locality,
                region == null ? other.region : region,
                postalCode == null ? other.postalCode : postalCode,
                country == null ? other.country : country,
                located ? latitude : other.latitude,
                located ? longitude : other.longitude);
    }

    /** How many parts are known. */
    int knownParts() {
        return (int) Stream.of(name, locality, region, postalCode, country, latitude, longitude)
                .filter(Objects::nonNull)
                .count();
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equalsIgnoreCase(other);
    }
}
