package org.trackno.carrier.format;

import java.io.IOException;

/** Bytes that are not of the format they should be of. */
public class UnreadableAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String problem) {
        super(problem);
    }

    UnreadableAnswerException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
