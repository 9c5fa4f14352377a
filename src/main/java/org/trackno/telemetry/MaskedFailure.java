package org.trackno.telemetry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stands in a log for an exception: the same class name, stack and causes, with a masked message. */
final class MaskedFailure extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String name;

    private MaskedFailure(Throwable original, Set<Throwable> seen) {
        super(masked(original), cause(original, seen), true, true);
        this.name = original.getClass().getName();
        setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            if (seen.add(suppressed)) {
                addSuppressed(new MaskedFailure(suppressed, seen));
            }
        }
    }

    /** The stand-in of an exception. */
    static Throwable of(Throwable original) {
        if (original instanceof MaskedFailure) {
            return original;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(original);
        return new MaskedFailure(original, seen);
    }

    @Override
    public String toString() {
        String message = getMessage();
        return message == null ? name : name + ": " + message;
    }

    private static @org.jspecify.annotations.Nullable String masked(Throwable original) {
        String message = original.getMessage();
        return message == null ? null : Mask.message(message);
    }

    private static @org.jspecify.annotations.Nullable Throwable cause(Throwable original, Set<Throwable> seen) {
        Throwable cause = original.getCause();
        return cause != null && seen.add(cause) ? new MaskedFailure(cause, seen) : null;
    }
}
