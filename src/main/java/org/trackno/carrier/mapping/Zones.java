package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.trackno.model.Place;

/**
 * The time zone of a place, where the country or its region has just one. Read from {@code zones.csv}; source: the IANA
 * time zone database, and for regions of large countries the zone most of its people live in.
 */
final class Zones {
    /** By country, then by region; the region is blank where the country has just one zone. */
    private static final Map<String, Map<String, ZoneId>> BY_COUNTRY = load();

    private static final Map<String, ZoneId> BY_NAME = new ConcurrentHashMap<>();
    /** Carriers that state offsets in the place of a zone cannot make it grow for ever. */
    private static final int MOST_NAMES = 1_000;

    private Zones() {}

    /** The zone, if country and region leave no doubt. */
    static Optional<ZoneId> find(Place place) {
        String country = place.country();
        Map<String, ZoneId> zones = country == null ? null : BY_COUNTRY.get(country);
        if (zones == null) {
            return Optional.empty();
        }
        ZoneId ofCountry = zones.get("");
        if (ofCountry != null || place.region() == null) {
            return Optional.ofNullable(ofCountry);
        }
        return Optional.ofNullable(zones.get(place.region().toUpperCase(Locale.ROOT)));
    }

    /**
     * The zone of this name. Carriers' zones are few: they are kept, since the JDK looks for each anew.
     *
     * @throws java.time.DateTimeException when there is none
     */
    static ZoneId named(String name) {
        ZoneId known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        ZoneId zone = ZoneId.of(name);
        if (BY_NAME.size() < MOST_NAMES) {
            BY_NAME.put(name, zone);
        }
        return zone;
    }

    private static Map<String, Map<String, ZoneId>> load() {
        Map<String, Map<String, ZoneId>> zones = new HashMap<>();
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (InputStream csv = Objects.requireNonNull(Zones.class.getResourceAsStream("zones.csv"), "zones.csv");
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(schema)
                        .readValues(csv)) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                zones.computeIfAbsent(row.getOrDefault("country", ""), country -> new HashMap<>())
                        .put(row.getOrDefault("region", ""), ZoneId.of(row.getOrDefault("zone", "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        zones.replaceAll((country, regions) -> Map.copyOf(regions));
        return Map.copyOf(zones);
    }
}
