package org.trackno.model;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The two crosswalk files as their rows. */
final class Crosswalk {
    /** One term of another system and the term we read it as. */
    record Incoming(String system, String term, String type, String source) {}

    /** What we would send to another system for one of our types; blank when that system has nothing to say it with. */
    record Outgoing(String type, String system, String term) {}

    private Crosswalk() {}

    static List<Incoming> incoming() {
        return rows("event-type-crosswalk.csv").stream()
                .map(row ->
                        new Incoming(cell(row, "system"), cell(row, "term"), cell(row, "type"), cell(row, "source")))
                .toList();
    }

    static List<Outgoing> outgoing() {
        List<Outgoing> cells = new ArrayList<>();
        for (Map<String, String> row : rows("event-type-outgoing.csv")) {
            row.forEach((column, term) -> {
                if (!column.equals("type")) {
                    cells.add(new Outgoing(cell(row, "type"), column, term));
                }
            });
        }
        return cells;
    }

    private static List<Map<String, String>> rows(String file) {
        CsvSchema withHeader = CsvSchema.emptySchema().withHeader();
        try (InputStream csv = Objects.requireNonNull(EventType.class.getResourceAsStream(file), file);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(withHeader)
                        .readValues(csv)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> column + " missing in " + row);
    }
}
