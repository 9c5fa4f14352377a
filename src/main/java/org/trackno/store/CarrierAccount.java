package org.trackno.store;

/**
 * Whom a carrier counts calls for.
 *
 * @param carrierId the carrier
 * @param account who asks, as a hash that tells accounts apart and nothing else
 */
public record CarrierAccount(String carrierId, String account) {}
