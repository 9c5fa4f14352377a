package org.trackno.model;

import org.jspecify.annotations.Nullable;

/**
 * The carrier on the other side of a hand-over, as the carrier that was asked tells it.
 *
 * @param number the parcel's number there; null when it is not told: then both mostly share one
 * @param carrierId the partner's id, where the asked carrier leaves no doubt; null when it does not
 * @param name the partner in the asked carrier's words; null when it is not named
 */
public record Partner(@Nullable TrackingNumber number, @Nullable String carrierId, @Nullable String name) {
    public Partner {
        if (number == null && carrierId == null && name == null) {
            throw new IllegalArgumentException("A partner has a number, an id or a name");
        }
    }
}
