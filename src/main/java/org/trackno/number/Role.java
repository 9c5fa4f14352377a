package org.trackno.number;

/** What a carrier has to do with a number. */
public enum Role {
    /** It gave out the number. */
    ISSUER,
    /** It takes over the parcel, or handed it over, and may know the number too. */
    PARTNER
}
