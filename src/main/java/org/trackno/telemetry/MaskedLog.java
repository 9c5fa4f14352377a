package org.trackno.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Masks every line of the log, and the messages of exceptions in it, whoever writes them. */
@LoggingFilter(name = "masked")
public final class MaskedLog implements Filter {
    @Override
    public boolean isLoggable(LogRecord entry) {
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

    private static void replace(LogRecord entry, String message) {
        if (entry instanceof ExtLogRecord ext) {
            ext.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(message);
        }
        entry.setParameters(null);
    }
}
