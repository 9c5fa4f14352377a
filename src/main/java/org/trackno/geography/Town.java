package org.trackno.geography;

/**
 * A town.
 *
 * @param name as GeoNames writes it
 * @param country ISO 3166-1 alpha-2
 * @param at its middle, to about a kilometre
 */
public record Town(String name, String country, Coordinates at) {}
