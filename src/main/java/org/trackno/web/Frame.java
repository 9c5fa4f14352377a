package org.trackno.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param language of the page
 * @param chosen whether it was chosen in the address, so that links keep it
 * @param path of the page without the language, for switching it
 * @param title of the window
 * @param assets where style and scripts are
 * @param storefront on whose behalf the page is shown, so that links keep it; blank for none
 * @param brand how it looks then; null when there is none of that name
 */
record Frame(
        Language language,
        boolean chosen,
        String path,
        String title,
        Assets assets,
        String storefront,
        @Nullable Brand brand) {
    /** A link to a page in another language. */
    record Switch(Language language, String path, boolean current) {}

    /** The languages to switch to. */
    public List<Switch> switches() {
        return Arrays.stream(Language.values())
                .map(other -> new Switch(other, with(branded(path), "lang=" + other.code()), other == language))
                .toList();
    }

    /** A path of ours that keeps the chosen language and the storefront. */
    public String to(String target) {
        return chosen ? with(branded(target), "lang=" + language.code()) : branded(target);
    }

    private String branded(String target) {
        return storefront.isEmpty() ? target : with(target, Brand.parameter(storefront));
    }

    static String with(String path, String parameter) {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + parameter;
    }
}
