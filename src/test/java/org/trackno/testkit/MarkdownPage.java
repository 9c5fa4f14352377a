package org.trackno.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page below {@code docs/} that a test writes from the code, so that it cannot say anything else. */
public final class MarkdownPage {
    private final Path file;

    /** The page of this name below {@code docs/}. */
    public MarkdownPage(String name) {
        this.file = Path.of("docs", name);
    }

    /** Fails when the page says anything but this text, and rewrites it. */
    public void mustSay(String text) {
        if (text.equals(textOrNothing())) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fail(file + " was out of date and has been rewritten: review and commit");
    }

    /** What a hand-written page says. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table. */
    public static String table(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(row(header))
                .append("|")
                .append("---|".repeat(header.size()))
                .append("\n");
        rows.forEach(row -> table.append(row(row)));
        return table.toString();
    }

    /** A term as code; nothing for nothing. */
    public static String code(String term) {
        return term.isBlank() ? "" : "`" + term + "`";
    }

    private String textOrNothing() {
        return Files.exists(file) ? text() : "";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
