package org.trackno.tracking;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.trackno.support.Gzip;
import org.trackno.support.Lazy;

/** A snapshot as it goes over the wire, made once and written to many. Nobody changes its bytes. */
public final class PreparedAnswer {
    private final Buffer body;
    private final CharSequence etag;
    private final CharSequence cacheControl;
    private final Lazy<Buffer> packed;

    PreparedAnswer(Buffer body, String etag, String cacheControl) {
        this.body = body;
        this.packed = new Lazy<>(() -> Buffer.buffer(Gzip.pack(body.getBytes())));
        this.etag = HttpHeaders.createOptimized(etag);
        this.cacheControl = HttpHeaders.createOptimized(cacheControl);
    }

    /** JSON in UTF-8. */
    public Buffer body() {
        return body;
    }

    /** The same with gzip; packed when first wanted. */
    public Buffer packed() {
        return packed.get();
    }

    /** Weak: says whether anything but the times of freshness changed; another one for each audience. */
    public CharSequence etag() {
        return etag;
    }

    /** Says the same as {@code freshness}; counts from when the carrier was asked, as {@code Age} does. */
    public CharSequence cacheControl() {
        return cacheControl;
    }
}
