package org.trackno.testkit;

import java.util.Map;

/** Two storefronts as an operator sets them up: one whose pages are on this machine, one somewhere else. */
public final class StorefrontProperties {
    /** The one that {@link ForeignShop} belongs to, with everything that can be set. */
    public static final String SHOP = "hollyhock";
    /** One with nothing but an origin. */
    public static final String OTHER = "other";

    private static final String SHOP_PREFIX = "trackno.storefronts." + SHOP + ".";

    private StorefrontProperties() {}

    static Map<String, String> all() {
        return Map.ofEntries(
                Map.entry("trackno.storefronts", SHOP + "," + OTHER),
                Map.entry("trackno.storefronts." + OTHER + ".origins", "https://other.example"),
                Map.entry(SHOP_PREFIX + "name", "Hollyhock Home"),
                Map.entry(SHOP_PREFIX + "origins", "http://127.0.0.1:*,https://*.hollyhock.example"),
                Map.entry(SHOP_PREFIX + "logo", "src/test/resources/storefront/logo.svg"),
                Map.entry(SHOP_PREFIX + "colours.accent", "#9d174d"),
                Map.entry(SHOP_PREFIX + "colours.header", "#3b0a24"),
                Map.entry(SHOP_PREFIX + "links.shop", "https://hollyhock.example/"),
                Map.entry(SHOP_PREFIX + "links.contact", "mailto:help@hollyhock.example"),
                Map.entry(SHOP_PREFIX + "links.returns", "https://hollyhock.example/returns"),
                Map.entry(SHOP_PREFIX + "texts.en.greeting", "Your order from Hollyhock Home."),
                Map.entry(SHOP_PREFIX + "texts.en.note", "Questions about your order? We answer within a working day."),
                Map.entry(SHOP_PREFIX + "texts.de.greeting", "Ihre Bestellung bei Hollyhock Home."));
    }
}
