package org.trackno.testkit;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Everything that is logged, as the console writes it, from {@link #listen} until it is closed. */
public final class LogLines extends ExtHandler {
    private final List<String> written = new CopyOnWriteArrayList<>();

    /** From now on. */
    public void listen() {
        setFilter(filterOfTheConsole());
        root().addHandler(this);
    }

    /** What was written so far. */
    public String text() {
        return String.join("\n", written);
    }

    @Override
    public void close() {
        root().removeHandler(this);
    }

    @Override
    protected void doPublish(ExtLogRecord entry) {
        ByteArrayOutputStream stack = new ByteArrayOutputStream();
        if (entry.getThrown() != null) {
            PrintWriter writer = new PrintWriter(stack, true, StandardCharsets.UTF_8);
            entry.getThrown().printStackTrace(writer);
        }
        written.add(entry.getLoggerName() + " " + entry.getFormattedMessage() + stack.toString(StandardCharsets.UTF_8));
    }

    private static Filter filterOfTheConsole() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getFilter();
    }

    private static Logger root() {
        return LogContext.getLogContext().getLogger("");
    }
}
