package org.trackno.web;

import java.util.Arrays;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param language of the page
 * @param chosen whether it was chosen in the address, so that links keep it
 * @param path of the page without the language, for switching it
 * @param title of the window
 * @param assets where style and scripts are
 */
record Frame(Language language, boolean chosen, String path, String title, Assets assets) {
    /** A link to a page in another language. */
    record Switch(Language language, String path, boolean current) {}

    /** The languages to switch to. */
    public List<Switch> switches() {
        return Arrays.stream(Language.values())
                .map(other -> new Switch(other, with(path, "lang=" + other.code()), other == language))
                .toList();
    }

    /** A path of ours that keeps the chosen language. */
    public String to(String target) {
        return chosen ? with(target, "lang=" + language.code()) : target;
    }

    static String with(String path, String parameter) {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + parameter;
    }
}
