package org.trackno.store;

/** Notices of a process that cannot hear others: not started, so not connected. */
public final class UnheardNotices {
    private UnheardNotices() {}

    /** New ones. */
    public static ParcelNotices make() {
        return new ParcelNotices(null, null, null, null);
    }
}
