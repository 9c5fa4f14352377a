package org.trackno.store;

/** The store did not do what it was asked. What it was asked to write, it either wrote as a whole or not at all. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message, null, false, false);
    }
}
