package org.trackno.web;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.trackno.support.Gzip;
import org.trackno.support.KeptValues;
import org.trackno.tracking.Audience;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.ParcelKey;

/** Pages written lately, bounded in number: a page that is read often is written once in some seconds. */
@ApplicationScoped
class WrittenPages {
    /** Pages say how long ago something was, to the minute. */
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final KeptValues<Key, Written> pages;

    WrittenPages(@CacheName("pages") Cache cache) {
        this.pages = new KeptValues<>(cache);
    }

    /** What tells one page from another. */
    record Key(
            ParcelKey parcel,
            Addresses.PageAddress address,
            Audience audience,
            Language language,
            boolean chosen,
            String storefront) {}

    /** A page as it goes over the wire; of one state of a parcel, for some seconds. */
    @SuppressWarnings("ArrayRecordComponent") // made once and written as they are, to many
    record Written(KnownParcel of, Instant until, byte[] html, byte[] gzip) {}

    /** The page of a parcel as it is now, if it was written lately. */
    Optional<Written> find(Key key, KnownParcel parcel, Instant now) {
        return pages.find(key).filter(kept -> kept.of() == parcel && now.isBefore(kept.until()));
    }

    /** Writes it. */
    Written write(Key key, KnownParcel parcel, Instant now, TemplateInstance template) {
        byte[] html = PageResponses.bytes(template, key.language());
        Written made = new Written(parcel, now.plus(KEPT), html, Gzip.pack(html));
        pages.put(key, made);
        return made;
    }
}
