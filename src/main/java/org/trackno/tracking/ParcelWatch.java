package org.trackno.tracking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.LookUpResult.Found;

/**
 * Follows what is known of a number. Looking again is what a reader who waits would do: it has the carrier asked when the
 * parcel's time has come.
 */
@ApplicationScoped
public class ParcelWatch {
    /** Also how long a follower who left may go unnoticed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** Once changes are heard: one may have come between the first look and that. */
    private static final Object SINCE_THE_FIRST_LOOK = new Object();

    private final LookUp lookUp;
    private final ParcelChanges changes;

    ParcelWatch(LookUp lookUp, ParcelChanges changes) {
        this.lookUp = lookUp;
        this.changes = changes;
    }

    /**
     * What came of looking.
     *
     * @param changed whether it is another result than the last one
     */
    public record Look(LookUpResult result, boolean changed) {}

    /** What is known now, and again whenever it changed, with looks that brought nothing new in between. Never ends by itself. */
    public Multi<Look> of(String input, @Nullable String carrierId) {
        return lookUp.track(input, carrierId, null).onItem().transformToMulti(first -> {
            AtomicReference<LookUpResult> last = new AtomicReference<>(first);
            Multi<Look> later =
                    occasions(first).onItem().transformToUniAndConcatenate(occasion -> look(input, carrierId, last));
            return Multi.createBy().concatenating().streams(Multi.createFrom().item(new Look(first, true)), later);
        });
    }

    private Multi<Object> occasions(LookUpResult first) {
        Multi<Object> ticks = Multi.createFrom()
                .ticks()
                .startingAfter(LOOK_AGAIN)
                .every(LOOK_AGAIN)
                .onOverflow()
                .drop()
                .map(Object.class::cast);
        return first instanceof Found found
                ? Multi.createBy()
                        .merging()
                        .streams(
                                ticks,
                                changes.of(found.parcel().key()).map(Object.class::cast),
                                Multi.createFrom().item(SINCE_THE_FIRST_LOOK))
                : ticks;
    }

    /** A store that fails once is no news. */
    private Uni<Look> look(String input, @Nullable String carrierId, AtomicReference<LookUpResult> last) {
        return lookUp.track(input, carrierId, null)
                .map(now -> new Look(now, isNews(last.getAndSet(now), now)))
                .onFailure()
                .recoverWithItem(() -> new Look(Objects.requireNonNull(last.get()), false));
    }

    private static boolean isNews(LookUpResult before, LookUpResult now) {
        return before instanceof Found known && now instanceof Found found
                ? known.prepared() != found.prepared()
                : before.getClass() != now.getClass();
    }
}
