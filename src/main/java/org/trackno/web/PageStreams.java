package org.trackno.web;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.ParcelWatch;

/** Tells an open page when it is worth reading again. What changed is in the page: nothing is written twice. */
@ApplicationScoped
class PageStreams {
    /** Browsers come back by themselves. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ParcelWatch watch;

    PageStreams(ParcelWatch watch) {
        this.watch = watch;
    }

    /**
     * An event {@code change} each time there is something new about a number, comments in between.
     *
     * @param seen the version that the page shows; null when it is not known
     */
    Multi<OutboundSseEvent> of(String number, @Nullable String carrier, @Nullable String seen, Sse sse) {
        return watch.of(number, carrier)
                .map(look -> look.changed() && !version(look.result()).equals(seen)
                        ? sse.newEventBuilder().name("change").data("").build()
                        : sse.newEventBuilder().comment("").build())
                .select()
                .first(LONGEST);
    }

    /** What tells one state of a parcel from another. */
    static String version(KnownParcel parcel) {
        return parcel.checkedAt().toEpochMilli() + "." + parcel.triedAt().toEpochMilli();
    }

    private static String version(LookUpResult result) {
        return result instanceof LookUpResult.Found found ? version(found.parcel()) : "";
    }
}
