package org.trackno.web.storefront;

/** A storefront's colours, in the light and in the dark, as style sheets. */
public record Colours(Palette light, Palette dark) {
    /** For pages: over page.css. */
    String page() {
        return ":root{" + light.properties(true) + ";" + embedded() + "}\n@media (prefers-color-scheme:dark){:root{"
                + dark.properties(false) + "}}\n";
    }

    /** For embedded parcels, beneath what the page around them sets. */
    String embedded() {
        return "--brand-accent-light:" + light.accent() + ";--brand-accent-dark:" + dark.accent();
    }
}
