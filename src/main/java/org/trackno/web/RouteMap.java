package org.trackno.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trackno.geography.Gazetteer;
import org.trackno.geography.Town;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.PlaceView;

/**
 * The towns a parcel passed, as far as a snapshot tells its reader and the gazetteer knows them.
 *
 * @param towns in the order of the way, none twice in a row
 * @param missing towns that the carrier named and that are not on the map, as it wrote them
 */
record RouteMap(List<Town> towns, List<String> missing) {
    /** The last ones of a longer way. */
    private static final int MOST = 20;

    /** The way of a snapshot. */
    static RouteMap of(Snapshot snapshot, Gazetteer gazetteer) {
        List<Town> towns = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        List<EventView> events = snapshot.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            PlaceView place = events.get(i).place();
            if (!events.get(i).withdrawn() && place != null && place.locality() != null) {
                Optional<Town> town = find(place, place.locality(), gazetteer);
                town.filter(found ->
                                towns.isEmpty() || !towns.get(towns.size() - 1).equals(found))
                        .ifPresent(towns::add);
                if (town.isEmpty()) {
                    missing.add(place.locality());
                }
            }
        }
        return new RouteMap(
                List.copyOf(towns.subList(Math.max(0, towns.size() - MOST), towns.size())), List.copyOf(missing));
    }

    private static Optional<Town> find(PlaceView place, String locality, Gazetteer gazetteer) {
        String country = place.country();
        return country == null ? Optional.empty() : gazetteer.find(country, place.region(), locality);
    }

    /** Whether there is a way to draw: one town is none. */
    boolean isWorthDrawing() {
        return towns.stream().distinct().count() > 1;
    }

    /** What tells the drawing from others: changes when the way does. */
    String version() {
        return Integer.toHexString(towns.hashCode());
    }
}
