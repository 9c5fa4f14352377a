package org.trackno.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that has no parcel to show.
 *
 * @param number the number it is about; null for none
 * @param title what is the matter
 * @param text what to do about it
 * @param carrierPage the carrier's own page; null when no carrier is known
 * @param carrierPageText the words of the link to it
 * @param suggestion a number that may be meant; null for none
 * @param carriers to choose from; empty where choosing does not help
 * @param again seconds after which the page loads again by itself; null when it does not
 */
record TroubleView(
        @Nullable String number,
        String title,
        String text,
        @Nullable String carrierPage,
        String carrierPageText,
        @Nullable Suggestion suggestion,
        List<Choice> carriers,
        @Nullable Integer again) {
    /** A page with nothing but words. */
    static TroubleView of(String title, String text) {
        return new TroubleView(null, title, text, null, "", null, List.of(), null);
    }

    /** The same, loaded again by itself after some seconds; null: not. */
    TroubleView again(@Nullable Integer seconds) {
        return new TroubleView(number, title, text, carrierPage, carrierPageText, suggestion, carriers, seconds);
    }

    /** A number that may be meant: its words and its page. */
    record Suggestion(String words, String path) {}

    /** A carrier to choose. */
    record Choice(String id, String name) {}
}
