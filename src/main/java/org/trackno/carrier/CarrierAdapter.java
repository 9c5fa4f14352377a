package org.trackno.carrier;

import java.util.List;
import org.trackno.model.Carrier;
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
    TrackingOutcome read(CarrierAnswer answer, TrackingQuery query);
}
