package org.trackno.geography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * The rows of {@code towns.tsv.gz} in memory, some 6 MB for 130,000 towns: the text itself, and a sorted index of hashed
 * names. Within a country the largest town comes first.
 */
final class TownRows {
    private static final int ROW_BITS = 20;
    private static final long ROW = (1L << ROW_BITS) - 1;

    private final byte[] text;
    private final int[] starts;
    /** Hash of country and name above, number of the row below. */
    private final long[] index;

    private TownRows(byte[] text, int[] starts, long[] index) {
        this.text = text;
        this.starts = starts;
        this.index = index;
    }

    /** A town; {@code own} says whether it was found by its own name and not by another. */
    record Row(Town town, String region, boolean own) {}

    static TownRows load() {
        byte[] text = read();
        int[] starts = starts(text);
        LongStream.Builder keys = LongStream.builder();
        for (int row = 0; row < starts.length - 1; row++) {
            String[] columns = columns(text, starts, row);
            keys.add(key(columns[0], TownName.plain(columns[4])) | row);
            for (String other : others(columns)) {
                keys.add(key(columns[0], TownName.plain(other)) | row);
            }
        }
        return new TownRows(text, starts, keys.build().sorted().distinct().toArray());
    }

    /** The towns of a name, as {@link TownName#plain} writes it. */
    List<Row> find(String country, String name) {
        long key = key(country, name);
        int exact = Arrays.binarySearch(index, key);
        List<Row> found = new ArrayList<>();
        for (int at = exact < 0 ? -exact - 1 : exact; at < index.length && (index[at] & ~ROW) == key; at++) {
            Row row = row((int) (index[at] & ROW), name);
            if (row.town().country().equals(country)) {
                found.add(row);
            }
        }
        return found;
    }

    private Row row(int number, String name) {
        String[] columns = columns(text, starts, number);
        Coordinates at = new Coordinates(Integer.parseInt(columns[2]) / 100.0, Integer.parseInt(columns[3]) / 100.0);
        boolean own = TownName.plain(columns[4]).equals(name);
        return new Row(new Town(columns[4], columns[0], at), columns[1], own);
    }

    private static String[] others(String[] columns) {
        return columns[5].isEmpty() ? new String[0] : columns[5].split("\\|", -1);
    }

    private static long key(String country, String name) {
        long hash = 1125899906842597L;
        String text = country + "/" + name;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash << ROW_BITS;
    }

    private static String[] columns(byte[] text, int[] starts, int row) {
        int length = starts[row + 1] - starts[row] - 1;
        return new String(text, starts[row], length, StandardCharsets.UTF_8).split("\t", -1);
    }

    private static int[] starts(byte[] text) {
        int[] starts = new int[1 << 18];
        int rows = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                starts[++rows] = i + 1;
            }
        }
        return Arrays.copyOf(starts, rows + 1);
    }

    private static byte[] read() {
        try (InputStream file = new GZIPInputStream(
                Objects.requireNonNull(TownRows.class.getResourceAsStream("towns.tsv.gz")), 1 << 16)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
