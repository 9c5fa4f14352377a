package org.trackno.carrier.codes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trackno.carrier.CarrierFolderException;
import org.trackno.model.EventType;

/** What a carrier's codes mean: exactly one event type a code. A code that is not listed is unmapped. */
public final class CodeTable {
    private static final List<String> COLUMNS = List.of("code", "type", "meaning", "source");
    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader().withStrictHeaders(true))
            .withFeatures(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES);

    /**
     * One row.
     *
     * @param code as the mapping spells it
     * @param type what it means to us
     * @param meaning in our words
     * @param source where the meaning comes from
     */
    public record Code(String code, EventType type, String meaning, String source) {}

    /** Never changed. */
    private final Map<String, Code> byCode;

    private CodeTable(Map<String, Code> byCode) {
        this.byCode = byCode;
    }

    /**
     * Reads a table.
     *
     * @param file named in errors
     * @throws CarrierFolderException when a column is missing, a type is unknown, or a code is blank or stands twice; with
     *     file and line
     */
    public static CodeTable read(String file, String csv) {
        Map<String, Code> codes = new HashMap<>();
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(csv)) {
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                int line = rows.getCurrentLocation().getLineNr() - 1;
                Code code = code(file, line, row);
                if (codes.put(code.code(), code) != null) {
                    throw new CarrierFolderException(file, line, "code '" + code.code() + "' is listed twice");
                }
            }
        } catch (JsonProcessingException e) {
            throw new CarrierFolderException(file, e);
        } catch (IOException e) {
            throw new CarrierFolderException(file, 0, String.valueOf(e.getMessage()));
        }
        return new CodeTable(codes);
    }

    private static Code code(String file, int line, Map<String, String> row) {
        for (String column : COLUMNS) {
            if (row.getOrDefault(column, "").isBlank()) {
                throw new CarrierFolderException(file, line, "column '" + column + "' is missing or blank");
            }
        }
        String term = row.getOrDefault("type", "");
        EventType type = EventType.ofTerm(term)
                .filter(t -> t != EventType.UNMAPPED)
                .orElseThrow(() -> new CarrierFolderException(
                        file, line, "'" + term + "' is no event type; docs/stages.md lists them"));
        return new Code(
                row.getOrDefault("code", ""), type, row.getOrDefault("meaning", ""), row.getOrDefault("source", ""));
    }

    /** The row of a code, spelled exactly so. */
    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The type of the first of these spellings that is listed; {@link EventType#UNMAPPED} when none is. */
    public EventType typeOf(List<String> spellings) {
        for (String spelling : spellings) {
            Code code = byCode.get(spelling);
            if (code != null) {
                return code.type();
            }
        }
        return EventType.UNMAPPED;
    }

    /** Every row, in no particular order. */
    public List<Code> list() {
        return new ArrayList<>(byCode.values());
    }
}
