package org.trackno.sandbox;

import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** A made-up storefront, so that embedding can be tried from any page of this machine. */
public final class SandboxStorefront {
    private static final String STOREFRONTS = "trackno.storefronts";
    private static final String DEMO = STOREFRONTS + ".demo.";

    private SandboxStorefront() {}

    /** Its settings as an operator would write them; none when storefronts are set up. */
    public static Map<String, String> properties(Config config) {
        return config.getOptionalValue(STOREFRONTS, String.class).isPresent()
                ? Map.of()
                : Map.ofEntries(
                        Map.entry(STOREFRONTS, "demo"),
                        Map.entry(DEMO + "name", "Hollyhock Home"),
                        Map.entry(DEMO + "origins", "http://localhost:*,http://127.0.0.1:*"),
                        Map.entry(DEMO + "colours.accent", "#9d174d"),
                        Map.entry(DEMO + "colours.header", "#3b0a24"),
                        Map.entry(DEMO + "links.contact", "mailto:help@hollyhock.example"),
                        Map.entry(DEMO + "links.returns", "https://hollyhock.example/returns"),
                        Map.entry(DEMO + "texts.en.greeting", "Your order from Hollyhock Home."),
                        Map.entry(DEMO + "texts.de.greeting", "Ihre Bestellung bei Hollyhock Home."),
                        Map.entry(
                                DEMO + "texts.en.note", "Questions about your order? We answer within a working day."),
                        Map.entry(
                                DEMO + "texts.de.note",
                                "Fragen zur Bestellung? Wir antworten innerhalb eines Werktags."));
    }
}
