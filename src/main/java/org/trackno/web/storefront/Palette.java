package org.trackno.web.storefront;

/**
 * A storefront's colours in the light or in the dark. What page.css says otherwise stays as it is.
 *
 * @param accent links, buttons and the steps passed
 * @param background of pages
 * @param header background of the bar at the top
 */
public record Palette(Colour accent, Colour background, Colour header) {
    /** As page.css has them. */
    static final Palette LIGHT = new Palette(Colour.parse("#0f6b50"), Colour.parse("#f6f5f1"), Colour.parse("#f6f5f1"));

    static final Palette DARK = new Palette(Colour.parse("#66cfa8"), Colour.parse("#101513"), Colour.parse("#101513"));

    /** What is written on the background and on cards, in page.css: muted text and warnings. */
    private static final Colour[] LIGHT_TEXTS = {Colour.parse("#57615c"), Colour.parse("#96370c")};

    private static final Colour[] DARK_TEXTS = {Colour.parse("#a3afa9"), Colour.parse("#f4a77a")};
    private static final Colour LIGHT_CARD = Colour.WHITE;
    private static final Colour DARK_CARD = Colour.parse("#181f1c");
    private static final double SOFT = 0.9;

    /** Refuses what could not be read in the light; the message says which of the three it is. */
    Palette checkedForLight() {
        return checked(LIGHT_CARD, LIGHT_TEXTS);
    }

    /** Refuses what could not be read in the dark. */
    Palette checkedForDark() {
        return checked(DARK_CARD, DARK_TEXTS);
    }

    /** The accent for the dark that goes with one for the light. */
    static Colour inTheDark(Colour accent) {
        return accent.lightenedFor(DARK_CARD);
    }

    private Palette checked(Colour card, Colour[] texts) {
        for (Colour text : texts) {
            require("background", background, "the text on it", text, background);
        }
        require("accent", accent, "the background", accent, background);
        require("accent", accent, "a card", accent, card);
        return this;
    }

    private static void require(String name, Colour value, String what, Colour one, Colour other) {
        if (one.contrast(other) < Colour.READABLE) {
            String against = (one.equals(value) ? other : one).toString();
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "The %s %s has a contrast of %.1f with %s (%s); to be read by everybody it needs %.1f",
                    name,
                    value,
                    one.contrast(other),
                    what,
                    against,
                    Colour.READABLE));
        }
    }

    private Colour soft(Colour card) {
        return accent.mix(card, SOFT);
    }

    /** Properties of page.css, and the accent that embedded parcels begin with. */
    String properties(boolean light) {
        Colour card = light ? LIGHT_CARD : DARK_CARD;
        return "--accent:" + accent + ";--on-accent:" + accent.text() + ";--soft:" + soft(card) + ";--paper:"
                + background + ";--header:" + header + ";--on-header:" + header.text();
    }
}
