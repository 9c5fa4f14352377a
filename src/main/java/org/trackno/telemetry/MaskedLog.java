package org.trackno.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.trackno.support.BrokenConnection;

/**
 * Masks every line of the log, and the messages of exceptions in it, whoever writes them. Leaves out that the connection of a
 * caller broke, which RESTEasy takes for an error: whoever closes a page with a stream in it would make a line.
 */
@LoggingFilter(name = "masked")
public final class MaskedLog implements Filter {
    private static final String REST_SERVER = "org.jboss.resteasy.reactive.server.";

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (isOfACallerWhoLeft(entry)) {
            return false;
        }
        String message = entry instanceof ExtLogRecord ext ? ext.getFormattedMessage() : entry.getMessage();
        if (message != null) {
            String masked = Mask.text(message);
            if (!masked.equals(message)) {
                replace(entry, masked);
            }
        }
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            entry.setThrown(MaskedFailure.of(thrown));
        }
        return true;
    }

    private static boolean isOfACallerWhoLeft(LogRecord entry) {
        String logger = entry.getLoggerName();
        Throwable thrown = entry.getThrown();
        return thrown != null && BrokenConnection.isCauseOf(thrown) && logger != null && logger.startsWith(REST_SERVER);
    }

    private static void replace(LogRecord entry, String message) {
        if (entry instanceof ExtLogRecord ext) {
            ext.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(message);
        }
        entry.setParameters(null);
    }
}
