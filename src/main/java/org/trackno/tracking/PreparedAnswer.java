package org.trackno.tracking;

/**
 * A snapshot as it goes over the wire.
 *
 * @param body JSON in UTF-8; not to be changed
 * @param etag weak: says whether anything but the times of freshness changed; another one for each audience
 * @param cacheControl says the same as {@code freshness}; counts from when the carrier was asked, as {@code Age} does
 */
@SuppressWarnings("ArrayRecordComponent") // made once and written as they are, to many
public record PreparedAnswer(byte[] body, String etag, String cacheControl) {}
