package org.trackno.carrier;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;

/** How one carrier is asked and understood: two pure functions, no I/O and no clock. */
public interface CarrierAdapter {
    /** Whom this adapter speaks with. */
    Carrier carrier();

    /** The calls that answer a query; fewer than its numbers where the carrier takes several at once. */
    List<CarrierRequest> requests(TrackingQuery query);

    /**
     * What an answer says about the numbers of a query: give one number to learn about that one, none to learn about every
     * parcel in the answer. Never throws for anything a carrier sends.
     */
    default TrackingOutcome read(CarrierAnswer answer, TrackingQuery query) {
        return reading(answer).apply(query);
    }

    /** The same about each of several numbers. */
    default Map<TrackingNumber, TrackingOutcome> readEach(CarrierAnswer answer, List<TrackingNumber> numbers) {
        Function<TrackingQuery, TrackingOutcome> reading = reading(answer);
        return numbers.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), number -> reading.apply(TrackingQuery.of(number))));
    }

    /**
     * An answer that is decoded, however many are asked for of what it says: see {@link #read}. An answer about ten parcels
     * is large, and decoding it ten times takes longer than all the rest.
     */
    Function<TrackingQuery, TrackingOutcome> reading(CarrierAnswer answer);
}
