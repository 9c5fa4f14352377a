package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.ConnectException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class MaskedLogTest {
    private static final String REST = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    private final MaskedLog filter = new MaskedLog();

    @Test
    void that_a_caller_left_is_no_line_but_what_is_wrong_is() {
        assertThat(filter.isLoggable(entry(REST, new IOException("Connection reset by peer"))))
                .isFalse();
        assertThat(filter.isLoggable(
                        entry(REST, new IOException("writevAddresses(..) failed with error(-32): Broken pipe"))))
                .isFalse();
        assertThat(filter.isLoggable(entry(REST, new IllegalStateException("a bug"))))
                .isTrue();
        assertThat(filter.isLoggable(
                        entry(REST, new JsonGenerationException("cannot be written", (JsonGenerator) null))))
                .isTrue();
        assertThat(filter.isLoggable(entry(REST, new ConnectException("Connection refused"))))
                .isTrue();
        assertThat(filter.isLoggable(entry("org.trackno.store", new IOException("Broken pipe"))))
                .isTrue();
        assertThat(filter.isLoggable(entry(REST, null))).isTrue();
    }

    private static LogRecord entry(String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "Something");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return entry;
    }
}
