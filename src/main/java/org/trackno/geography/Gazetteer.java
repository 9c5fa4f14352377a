package org.trackno.geography;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.geography.TownRows.Row;

/**
 * Towns of at least a thousand inhabitants by the names that carriers write. Data: GeoNames, CC BY 4.0.
 *
 * <p>A place that is not known, or that two distant towns may be, is not found: no place is better than a wrong one.
 */
public final class Gazetteer {
    /** Towns of one name that are nearer to each other are one on any map that is drawn here. */
    private static final double NEAR_KM = 40;

    private final TownRows rows;
    private final Regions regions;

    private Gazetteer(TownRows rows, Regions regions) {
        this.rows = rows;
        this.regions = regions;
    }

    /** Reads the towns; takes some tenths of a second. */
    public static Gazetteer load() {
        return new Gazetteer(TownRows.load(), Regions.load());
    }

    /**
     * The one town that is meant.
     *
     * @param country ISO 3166-1 alpha-2
     * @param region state or province; one that is not known is passed over
     * @param written the town, perhaps with what stands there: {@code SPRINGFIELD MA DISTRIBUTION CENTER}
     */
    public Optional<Town> find(String country, @Nullable String region, String written) {
        TownName name = TownName.of(written);
        Optional<String> within = regions.code(country, region);
        while (!name.words().isEmpty()) {
            List<Row> found = rows.find(country, name.text());
            if (!found.isEmpty()) {
                return only(found, within);
            }
            Optional<String> named = regions.code(country, name.last());
            if (name.isOneWord()) {
                return Optional.empty();
            } else if (name.endsWithFacility() || named.isPresent()) {
                within = named.isPresent() ? named : within;
                name = name.withoutLast();
            } else if (name.beginsWithFacility()) {
                name = name.withoutFirst();
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A town's own name goes before what others call another one. */
    private static Optional<Town> only(List<Row> found, Optional<String> within) {
        List<Row> own = found.stream().filter(Row::own).toList();
        List<Town> towns = (own.isEmpty() ? found : own)
                .stream()
                        .filter(row -> within.map(row.region()::equals).orElse(true))
                        .map(Row::town)
                        .toList();
        return towns.stream().findFirst().filter(first -> towns.stream()
                .allMatch(other -> first.at().kilometresTo(other.at()) <= NEAR_KM));
    }
}
