package org.trackno.carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;

/** How one carrier is asked, {@link #requests}, and understood, {@link #reading}: pure functions, no I/O and no clock. */
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

    /** The same about each of these numbers, in their order. */
    default Map<TrackingNumber, TrackingOutcome> readEach(CarrierAnswer answer, List<TrackingNumber> numbers) {
        Function<TrackingQuery, TrackingOutcome> reading = reading(answer);
        Map<TrackingNumber, TrackingOutcome> outcomes = new LinkedHashMap<>();
        numbers.forEach(number -> outcomes.put(number, reading.apply(TrackingQuery.of(number))));
        return outcomes;
    }

    /**
     * Decodes an answer once, to be read for any number of queries as {@link #read} does: decoding an answer about ten
     * parcels for each of them takes longer than all the rest. Never throws for anything a carrier sends.
     */
    Function<TrackingQuery, TrackingOutcome> reading(CarrierAnswer answer);
}
