package org.trackno.model;

/** Who has to act, or has the parcel in hand, while a {@link Problem} lasts. */
public enum Owner {
    CARRIER,
    SENDER,
    RECIPIENT,
    CUSTOMS
}
