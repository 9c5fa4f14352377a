package org.trackno.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Audience;

/**
 * From where and with which right somebody reads a parcel's page.
 *
 * @param address of the page
 * @param audience how much of the parcel is shown
 * @param sharedUntil when the link ends by which it is read; null when it is none
 * @param proofProblem why the postcode just given proves nothing; blank when none was given
 * @param status of the answer when there is a parcel
 */
record Reading(
        Addresses.PageAddress address,
        Audience audience,
        @Nullable Instant sharedUntil,
        String proofProblem,
        int status) {
    /** By the number alone. */
    static Reading plain(Addresses.PageAddress address, Audience audience) {
        return new Reading(address, audience, null, "", 200);
    }

    /** The same after a postcode that proved nothing. */
    Reading refused(String problem, int refusal) {
        return new Reading(address, audience, sharedUntil, problem, refusal);
    }

    /** Whether the same page is the same for everybody. */
    boolean isCommon() {
        return sharedUntil == null && proofProblem.isEmpty();
    }
}
