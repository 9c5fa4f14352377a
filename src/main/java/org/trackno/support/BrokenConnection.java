package org.trackno.support;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;

/** Tells a caller's connection that broke, which is nobody's fault, from what is wrong with us. */
public final class BrokenConnection {
    /** What Linux says of one, as the Java VM words it, and Netty behind a colon. A database that refuses has other words. */
    private static final Set<String> WORDS = Set.of("Broken pipe", "Connection reset", "Connection reset by peer");

    private BrokenConnection() {}

    /** Whether a request failed of it. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof ClosedChannelException
                || (failure instanceof IOException && WORDS.contains(reason(String.valueOf(failure.getMessage()))));
    }

    private static String reason(String message) {
        return message.substring(message.lastIndexOf(':') + 1).strip();
    }
}
