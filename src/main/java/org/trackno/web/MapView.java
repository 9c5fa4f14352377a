package org.trackno.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The map of a parcel's page.
 *
 * @param light address of the picture
 * @param dark the same for the dark
 * @param towns the way in words
 * @param missing what is not on it, in words; null when all is
 */
record MapView(String light, String dark, String towns, @Nullable String missing) {
    /** The map of a way; null when there is no way to draw. */
    static @Nullable MapView of(RouteMap route, Addresses.PageAddress address, Messages messages) {
        if (!route.isWorthDrawing()) {
            return null;
        }
        String picture = Frame.with(address.below("map.svg"), "way=" + route.version());
        String towns = route.towns().stream().map(town -> town.name()).collect(Collectors.joining(" → "));
        String missing = route.missing().isEmpty() ? null : messages.mapMissing(String.join(", ", route.missing()));
        return new MapView(picture, Frame.with(picture, "dark=true"), towns, missing);
    }
}
