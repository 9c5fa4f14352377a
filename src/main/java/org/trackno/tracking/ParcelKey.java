package org.trackno.tracking;

import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;

/** What tells one parcel from all others: its carrier and its number. */
public record ParcelKey(Carrier carrier, TrackingNumber number) {}
