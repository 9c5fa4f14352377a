package org.trackno.web.storefront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on whose behalf parcels are shown.
 *
 * @param id its name in addresses and settings
 * @param name as people call it
 * @param origins whose pages may embed parcels
 * @param colours in the light and in the dark; null for ours
 * @param logo shown in place of its name; null for none
 * @param links where they lead to, in the order of {@link Link}
 * @param greetings a line above every parcel, by language code
 * @param notes a paragraph below every page, by language code
 */
public record Storefront(
        String id,
        String name,
        List<Origin> origins,
        @Nullable Colours colours,
        @Nullable Logo logo,
        Map<Link, String> links,
        Map<String, String> greetings,
        Map<String, String> notes) {
    /** What a storefront can link to from its pages. */
    public enum Link {
        SHOP,
        CONTACT,
        RETURNS,
        PRIVACY,
        IMPRINT
    }

    /** Whether a page of an origin, as browsers name it, may embed parcels for it. */
    public boolean admits(String origin) {
        return origins.stream().anyMatch(one -> one.matches(origin));
    }

    /** Style of pages, over ours; empty for ours alone. */
    public Optional<String> pageStyle() {
        return Optional.ofNullable(colours).map(Colours::page);
    }

    /** Style of embedded parcels; blank for ours. */
    public String embeddedStyle() {
        return colours == null ? "" : colours.embedded();
    }
}
