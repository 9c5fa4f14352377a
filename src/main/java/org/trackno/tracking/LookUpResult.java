package org.trackno.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.CharacterRange;
import org.trackno.number.InputProblem;
import org.trackno.number.NearMiss;

/** What came of looking up a number. */
public sealed interface LookUpResult {
    /** Whether no carrier knows the number: nobody has such numbers, or those who were asked do not have this one. */
    default boolean isUnknown() {
        return this instanceof Unrecognised
                || this instanceof NotFound
                || this instanceof Unavailable unavailable && unavailable.kind() == FailureKind.INVALID_NUMBER;
    }

    /** A parcel, with the answers that are sent about it. */
    record Found(PreparedParcel prepared) implements LookUpResult {
        /** The parcel. */
        public KnownParcel parcel() {
            return prepared.parcel();
        }
    }

    /** The input cannot be a tracking number. */
    record NotATrackingNumber(InputProblem problem) implements LookUpResult {}

    /** No carrier has numbers like this; perhaps a typing error. */
    record Unrecognised(TrackingNumber number, List<NearMiss> nearMisses) implements LookUpResult {}

    /** The caller named a carrier there is not. */
    record UnknownCarrier(String carrierId) implements LookUpResult {}

    /** Recognised, but no carrier that it may belong to is configured here. */
    record NotConfigured(TrackingNumber number, List<Candidate> candidates, Carrier carrier) implements LookUpResult {}

    /**
     * Those who should know it do not (yet).
     *
     * @param asked whom we asked
     * @param unchecked characters of the number that no check digit covers: a slip there may be why nobody knows it
     * @param nextCheckAt when it is worth asking again
     */
    record NotFound(TrackingNumber number, List<Carrier> asked, List<CharacterRange> unchecked, Instant nextCheckAt)
            implements LookUpResult {}

    /**
     * The carrier could not be asked, and nothing is known from before.
     *
     * @param retryAfter when it is worth trying again; null when only the operator can help
     */
    record Unavailable(TrackingNumber number, Carrier carrier, FailureKind kind, @Nullable Duration retryAfter)
            implements LookUpResult {}
}
