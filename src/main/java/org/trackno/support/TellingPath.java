package org.trackno.support;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of ours that tell which parcel a request is about: they hold its number, or what opens its page as the number does.
 * None of it goes into logs, figures and traces.
 */
public final class TellingPath {
    /** What stands behind these words. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "track", "{number}",
            "detect", "{number}",
            "embed", "{number}",
            "parcels", "{sealed}",
            "shared", "{secret}");

    /**
     * Up to the end of the segment, or of the path where it stands in a text. Also with capitals or slashes too many, as an
     * address may be typed or put together. No number is in {@code /embed/try}.
     */
    private static final Pattern TELLING =
            Pattern.compile("(?i)/(track|detect|parcels|shared|embed(?!/+try(?![^/?#\\s\"])))/+[^/?#\\s\"]+");

    private static final String VERSION = "/v1";

    private TellingPath() {}

    /** A text with the names of what these paths hold in its place, as {@code /embed/{number}/stream}. */
    public static String hide(String text) {
        return TELLING.matcher(text).replaceAll(telling -> hidden(telling.group(1)));
    }

    /** What figures call a path that tells, whatever stands below it; blank for one that does not. */
    public static String route(String path) {
        int start = path.regionMatches(true, 0, VERSION + "/", 0, VERSION.length() + 1) ? VERSION.length() : 0;
        Matcher telling = TELLING.matcher(path).region(start, path.length());
        return telling.lookingAt() ? VERSION.substring(0, start) + hidden(telling.group(1)) : "";
    }

    private static String hidden(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return "/" + word + "/" + PARAMETERS.get(word);
    }
}
