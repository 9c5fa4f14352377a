package org.trackno.tracking;

import io.vertx.core.buffer.Buffer;

/**
 * A snapshot as it goes over the wire.
 *
 * @param body JSON in UTF-8; made once, written to many, never changed
 * @param etag weak: says whether anything but the times of freshness changed; another one for each audience
 * @param cacheControl says the same as {@code freshness}; counts from when the carrier was asked, as {@code Age} does
 */
public record PreparedAnswer(Buffer body, String etag, String cacheControl) {}
