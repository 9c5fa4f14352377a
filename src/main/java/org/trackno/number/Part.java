package org.trackno.number;

/**
 * A part of a number that means something by itself.
 *
 * @param role {@code service}, {@code serial}, {@code shipper}, {@code postcode}, {@code origin}, {@code destination}, {@code check}
 * @param value as printed
 */
public record Part(String role, String value) {}
