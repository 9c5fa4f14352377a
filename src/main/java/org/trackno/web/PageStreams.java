package org.trackno.web;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.Refusal;
import org.trackno.limit.RefusedException;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUpResult;

/** Tells an open page when it is worth reading again. What changed is in the page: nothing is written twice. */
@ApplicationScoped
class PageStreams {
    /** Browsers come back by themselves. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final VisitorLookUp lookUp;

    PageStreams(VisitorLookUp lookUp) {
        this.lookUp = lookUp;
    }

    /**
     * An event {@code change} each time there is something new about a number, comments in between. Ends at once when the
     * visitor may not ask about the number now.
     *
     * @param seen the version that the page shows; null when it is not known
     */
    Multi<OutboundSseEvent> of(String number, @Nullable String carrier, @Nullable String seen, Visit visit, Sse sse) {
        return lookUp.follow(number, carrier, visit)
                .map(look -> look.changed() && !version(look.result()).equals(seen)
                        ? sse.newEventBuilder().name("change").data("").build()
                        : sse.newEventBuilder().comment("").build())
                .onFailure(RefusedException.class)
                .recoverWithItem(failure -> comeBack(((RefusedException) failure).refusal(), sse))
                .select()
                .first(LONGEST);
    }

    /** Browsers would come back at once. */
    private static OutboundSseEvent comeBack(Refusal refusal, Sse sse) {
        return sse.newEventBuilder()
                .comment("")
                .reconnectDelay(TimeUnit.SECONDS.toMillis(refusal.waitSeconds()))
                .build();
    }

    /** What tells one state of a parcel from another. */
    static String version(KnownParcel parcel) {
        return parcel.checkedAt().toEpochMilli() + "." + parcel.triedAt().toEpochMilli();
    }

    private static String version(LookUpResult result) {
        return result instanceof LookUpResult.Found found ? version(found.parcel()) : "";
    }
}
