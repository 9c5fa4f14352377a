package org.trackno.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingEvent;
import org.trackno.tracking.Diagnosis.Cause;
import org.trackno.tracking.KnownParcel;

/** The diagnosis of a quiet parcel as a sentence for the person who waits. */
final class Explanations {
    private final Messages messages;
    private final Instant now;

    Explanations(Wording words, Instant now) {
        this.messages = words.messages();
        this.now = now;
    }

    /** The sentence; null when nothing needs explaining, or the page says it anyway. */
    @Nullable
    String of(Cause cause, KnownParcel known) {
        String carrier = known.key().carrier().name();
        return switch (cause) {
            case FINISHED, MOVING, PROBLEM, WAITING_FOR_RECIPIENT -> null;
            case NOT_HANDED_OVER -> messages.causeNotHandedOver(carrier);
            case NO_NEW_SCANS -> messages.causeQuiet(carrier, daysQuiet(known));
            case UNREADABLE_CODES -> messages.causeUnreadable(carrier);
            case UNKNOWN_TO_CARRIER -> messages.causeUnknown(carrier);
            case NUMBER_REFUSED -> messages.causeRefused(carrier);
            case CARRIER_DOWN -> messages.causeDown(carrier);
            case OVER_QUOTA -> messages.causeQuota(carrier);
            case CREDENTIALS_REFUSED, NOT_CONFIGURED -> messages.causeNoAccess(carrier);
        };
    }

    private long daysQuiet(KnownParcel known) {
        return known.parcel()
                .timeline()
                .latest()
                .map(TrackingEvent::at)
                .flatMap(at -> at.instant())
                .map(last -> Duration.between(last, now).toDays())
                .orElse(0L);
    }
}
