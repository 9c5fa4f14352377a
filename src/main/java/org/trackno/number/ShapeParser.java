package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trackno.number.Shape.Check;
import org.trackno.number.Shape.Span;
import org.trackno.number.Shape.Variant;

/** Reads the notation that {@link NumberFormat} describes and writes out its variants. */
final class ShapeParser {
    private static final int MAX_VARIANTS = 4096;

    private final String text;
    private int at;

    ShapeParser(String text) {
        this.text = text;
    }

    /** One position, or one of the marks {@code ^} and {@code ~}, which have no characters. */
    private record Cell(long mask, @Nullable String part) {
        boolean isMark() {
            return mask == 0;
        }
    }

    private static final Cell MARK = new Cell(0, null);
    private static final Cell EDGE = new Cell(0, "~");

    List<Variant> parse() {
        List<List<Cell>> layouts = alternatives(null);
        if (at < text.length()) {
            throw error("unexpected '" + text.charAt(at) + "'");
        }
        return layouts.stream().map(this::variant).toList();
    }

    private List<List<Cell>> alternatives(@Nullable String part) {
        List<List<Cell>> all = new ArrayList<>(sequence(part));
        while (peek() == '|') {
            at++;
            all.addAll(sequence(part));
        }
        return all;
    }

    private List<List<Cell>> sequence(@Nullable String part) {
        List<List<Cell>> sequence = List.of(List.of());
        while (peek() != 0 && "|)>".indexOf(peek()) < 0) {
            sequence = product(sequence, repeated(item(part)));
        }
        return sequence;
    }

    private List<List<Cell>> item(@Nullable String part) {
        char c = peek();
        at++;
        return switch (c) {
            case '(' -> closed(alternatives(part), ')');
            case '<' -> closed(alternatives(partName()), '>');
            case '^' -> List.of(List.of(MARK));
            case '~' -> List.of(List.of(EDGE));
            case '[' -> one(set(), part);
            case 'd' -> one(Characters.DIGITS, part);
            case 'a' -> one(Characters.LETTERS, part);
            case 'x' -> one(Characters.ALL, part);
            default -> one(1L << fixed(c), part);
        };
    }

    private List<List<Cell>> repeated(List<List<Cell>> item) {
        if (peek() == '?') {
            at++;
            return repeat(item, 0, 1);
        }
        if (peek() != '{') {
            return item;
        }
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw error("'{' is not closed");
        }
        String[] bounds = text.substring(at + 1, end).split(",", -1);
        at = end + 1;
        try {
            return repeat(item, Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]));
        } catch (NumberFormatException e) {
            throw error("a count like {4} or {4,6} is expected");
        }
    }

    private List<List<Cell>> repeat(List<List<Cell>> item, int least, int most) {
        if (least < 0 || most < least || most > Shape.MAX_LENGTH) {
            throw error("counts go from 0 to " + Shape.MAX_LENGTH + ", the smaller first");
        }
        List<List<Cell>> all = new ArrayList<>();
        List<List<Cell>> power = List.of(List.of());
        for (int count = 0; count <= most; count++) {
            if (count >= least) {
                all.addAll(power);
            }
            power = product(power, item);
        }
        return all;
    }

    private List<List<Cell>> product(List<List<Cell>> heads, List<List<Cell>> tails) {
        if ((long) heads.size() * tails.size() > MAX_VARIANTS) {
            throw error("more than " + MAX_VARIANTS + " variants");
        }
        List<List<Cell>> all = new ArrayList<>(heads.size() * tails.size());
        for (List<Cell> head : heads) {
            for (List<Cell> tail : tails) {
                List<Cell> joined = new ArrayList<>(head);
                joined.addAll(tail);
                all.add(joined);
            }
        }
        return all;
    }

    private List<List<Cell>> closed(List<List<Cell>> inner, char end) {
        if (peek() != end) {
            throw error("'" + end + "' is missing");
        }
        at++;
        return inner;
    }

    private String partName() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        if (at == start || at >= text.length() || text.charAt(at) != ' ') {
            throw error("a part is written <name shape>");
        }
        return text.substring(start, at);
    }

    private long set() {
        long mask = 0;
        while (peek() != ']' && peek() != 0) {
            int first = fixed(text.charAt(at++));
            int last = first;
            if (peek() == '-') {
                at++;
                last = fixed(peek());
                at++;
            }
            for (int value = first; value <= last; value++) {
                mask |= 1L << value;
            }
        }
        if (peek() == 0 || mask == 0) {
            throw error("a set is written [0-8AC]");
        }
        at++;
        return mask;
    }

    private int fixed(char c) {
        int value = Characters.value(c);
        if (value < 0) {
            throw error("unexpected '" + c + "'");
        }
        return value;
    }

    private static List<List<Cell>> one(long mask, @Nullable String part) {
        return List.of(List.of(new Cell(mask, part)));
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Variant variant(List<Cell> layout) {
        List<Cell> cells = layout.stream().filter(cell -> !cell.isMark()).toList();
        if (cells.isEmpty() || cells.size() > Shape.MAX_LENGTH) {
            throw error("numbers have 1 to " + Shape.MAX_LENGTH + " characters, this allows " + cells.size());
        }
        return new Variant(
                cells.stream().mapToLong(Cell::mask).toArray(),
                spans(cells),
                checks(layout),
                number(layout, cells.size()));
    }

    /** What stands between the first edge and the second, where there are any. */
    private Span number(List<Cell> layout, int length) {
        List<Integer> edges = new ArrayList<>();
        int at = 0;
        for (Cell cell : layout) {
            if (cell.equals(EDGE)) {
                edges.add(at);
            }
            at += cell.isMark() ? 0 : 1;
        }
        if (edges.size() > 2) {
            throw error("a number begins and ends once: at most two marks ~");
        }
        return new Span("number", edges.isEmpty() ? 0 : edges.get(0), edges.size() < 2 ? length : edges.get(1));
    }

    /** Each covers what follows the last mark before it. */
    private List<Check> checks(List<Cell> layout) {
        List<Check> checks = new ArrayList<>();
        int from = 0;
        int at = 0;
        for (Cell cell : layout) {
            if (cell.isMark()) {
                from = cell.equals(MARK) ? at : from;
                continue;
            }
            if (Shape.CHECK.equals(cell.part())) {
                if (at == from) {
                    throw error(
                            "a check digit is one character and covers something: give a second one a mark ^ of its own");
                }
                checks.add(new Check(from, at));
                from = at + 1;
            }
            at++;
        }
        return List.copyOf(checks);
    }

    private static List<Span> spans(List<Cell> cells) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= cells.size(); i++) {
            String part = cells.get(from).part();
            if (i == cells.size() || !Objects.equals(cells.get(i).part(), part)) {
                if (part != null) {
                    spans.add(new Span(part, from, i));
                }
                from = i;
            }
        }
        return List.copyOf(spans);
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("shape: " + what + ", at character " + (at + 1) + " of '" + text + "'");
    }
}
