package org.trackno.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;

/**
 * What is asked of a carrier.
 *
 * @param numbers the tracking numbers
 * @param postcode of the destination, for carriers that tell more with it; null when unknown
 */
public record TrackingQuery(List<TrackingNumber> numbers, @Nullable String postcode) {
    /** Every parcel in an answer. */
    public static final TrackingQuery EVERYTHING = new TrackingQuery(List.of(), null);

    public TrackingQuery {
        numbers = List.copyOf(numbers);
    }

    /** A query for one number. */
    public static TrackingQuery of(TrackingNumber number) {
        return new TrackingQuery(List.of(number), null);
    }
}
