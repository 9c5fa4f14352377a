package org.trackno.model;

/** How far along a parcel is, in the order of the journey. Follows from its events only: see {@link StageRule}. */
public enum Stage {
    /** Nothing is known yet. */
    UNKNOWN("Unknown"),
    /** The carrier knows of the parcel but has not got it. */
    ANNOUNCED("Announced"),
    /** Item accepted: posted, collected or dropped off. */
    ACCEPTED("Accepted"),
    /** Moving through the network, or waiting in it. */
    IN_TRANSIT("In transit"),
    /** On the vehicle that delivers. */
    OUT_FOR_DELIVERY("Out for delivery"),
    /** Tried at the door without success. */
    DELIVERY_ATTEMPTED("Delivery attempted"),
    /** Waiting for the recipient at a locker, shop or post office. */
    AVAILABLE_FOR_PICKUP("Available for pickup"),
    /** With the recipient, or where the recipient asked for it. */
    DELIVERED("Delivered"),
    /** On the way back to the sender. */
    RETURNING("Returning"),
    /** Back with the sender. */
    RETURNED("Returned"),
    /** The sender or carrier called it off before it moved on. */
    CANCELLED("Cancelled"),
    /** Lost, destroyed or seized: nobody will get it. */
    LOST("Lost");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The plain-English name. */
    public String title() {
        return title;
    }

    /** Whether nothing more is expected to happen. */
    public boolean isFinal() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED || this == LOST;
    }
}
