package org.trackno.support;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;

/** Tells a caller's connection that broke, which is nobody's fault, from what is wrong with us. */
public final class BrokenConnection {
    private BrokenConnection() {}

    /** Whether a request failed of it. To Jackson what cannot be written as JSON is an {@link IOException} too. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof IOException && !(failure instanceof JacksonException);
    }
}
