package org.trackno.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where people read: text in columns of a given width, coloured only on a terminal that wants it. Every text passes through
 * {@link CarrierText#clean}, so nothing that a carrier or a caller wrote can steer the terminal.
 */
final class Page {
    /** How a text is meant. */
    enum Tone {
        PLAIN(List.of()),
        STRONG(List.of(Style.bold)),
        QUIET(List.of(Style.faint)),
        GOOD(List.of(Style.bold, Style.fg_green)),
        WARNING(List.of(Style.bold, Style.fg_yellow)),
        BAD(List.of(Style.bold, Style.fg_red));

        private final List<IStyle> styles;

        Tone(List<IStyle> styles) {
            this.styles = styles;
        }
    }

    /** A text that is safe to show, and how it is meant. */
    record Cell(String text, Tone tone) {
        /** Takes up no room. */
        static final Cell EMPTY = new Cell("", Tone.PLAIN);

        Cell {
            text = CarrierText.clean(text);
        }
    }

    private final PrintWriter out;
    private final Ansi ansi;
    private final int width;

    Page(PrintWriter out, Ansi ansi, int width) {
        this.out = out;
        this.ansi = ansi;
        this.width = width;
    }

    /** The page of a command: as wide as its terminal, where there is one. */
    static Page of(CommandSpec spec) {
        CommandLine command = spec.commandLine();
        return new Page(
                command.getOut(),
                command.getColorScheme().ansi(),
                spec.usageMessage().width());
    }

    /** Columns in all. */
    int width() {
        return width;
    }

    /** An empty line. */
    void blankLine() {
        out.println();
    }

    /** A paragraph, wrapped. */
    void paragraph(int indent, String text, Tone tone) {
        row(List.of(indent, width - indent), List.of(Cell.EMPTY, new Cell(text, tone)));
    }

    /**
     * Cells side by side; one that is too long goes on below itself.
     *
     * @param widths of the columns, including the gap to the next
     * @param cells one a column
     */
    void row(List<Integer> widths, List<Cell> cells) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            boolean last = column == cells.size() - 1;
            int room = widths.get(column) - (last ? 0 : 1);
            columns.add(lines(cells.get(column).text(), Math.max(1, room)));
        }
        int lines = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            out.println(line(line, columns, widths, cells));
        }
    }

    /** An address is never broken: a terminal lets people click it, and they copy it. */
    private static List<String> lines(String text, int room) {
        return text.startsWith("https://") || text.startsWith("http://")
                ? List.of(text)
                : DisplayWidth.wrap(text, room);
    }

    private String line(int index, List<List<String>> columns, List<Integer> widths, List<Cell> cells) {
        StringBuilder line = new StringBuilder();
        int gap = 0;
        for (int column = 0; column < columns.size(); column++) {
            List<String> texts = columns.get(column);
            String text = index < texts.size() ? texts.get(index) : "";
            if (!text.isEmpty()) {
                line.append(" ".repeat(gap))
                        .append(ansi.apply(text, cells.get(column).tone().styles));
                gap = 0;
            }
            gap += Math.max(0, widths.get(column) - DisplayWidth.of(text));
        }
        return line.toString();
    }

    /** Everything so far is shown. */
    void flush() {
        out.flush();
    }
}
