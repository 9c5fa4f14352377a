package org.trackno.web;

import java.util.List;

/**
 * The page on which embedding is tried.
 *
 * @param number to show; blank for none
 * @param carrier that is meant; blank for the recognised one
 * @param language of the sentences
 * @param storefront on whose behalf; blank for none
 * @param storefronts to choose from
 * @param samples simulated parcels; empty when nothing is simulated
 * @param elementLines what a storefront writes into its page
 * @param frameLines the same with an iframe
 * @param framePath what the iframe shows
 * @param pagePath the whole page
 */
record TryView(
        String number,
        String carrier,
        String language,
        String storefront,
        List<String> storefronts,
        List<Sample> samples,
        String elementLines,
        String frameLines,
        String framePath,
        String pagePath) {
    /** A simulated parcel. */
    record Sample(String path, String words) {}
}
