package org.trackno.model;

/** How the offset of an {@link EventTime} is known. */
public enum ZoneBasis {
    /** The carrier stated it with the time. */
    STATED,
    /** It follows from the place of the event. */
    FROM_PLACE,
    /** It is the zone this carrier reports in. */
    CARRIER_DEFAULT,
    /** Nobody knows: only the wall-clock time is certain. */
    UNKNOWN
}
