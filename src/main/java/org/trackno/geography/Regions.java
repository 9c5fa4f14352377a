package org.trackno.geography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States, provinces and the like, by the name or abbreviation that stands on a label. From {@code regions.tsv}. */
final class Regions {
    private final Map<String, String> codes = new HashMap<>();

    private Regions() {}

    static Regions load() {
        Regions regions = new Regions();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.tsv")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                regions.codes.put(key(columns[0], columns[1]), columns[1]);
                regions.codes.put(key(columns[0], columns[2]), columns[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return regions;
    }

    /** GeoNames' code of a region; empty when nobody knows what was written. */
    Optional<String> code(String country, @Nullable String written) {
        return written == null ? Optional.empty() : Optional.ofNullable(codes.get(key(country, written)));
    }

    private static String key(String country, String name) {
        return country + "/" + TownName.plain(name);
    }
}
