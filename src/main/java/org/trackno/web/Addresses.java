package org.trackno.web;

/** Where the pages are. Numbers and carrier ids are plain ASCII letters, digits and hyphens, so nothing is encoded. */
final class Addresses {
    private Addresses() {}

    /** A parcel's page, stable. */
    static String parcel(String number, String carrierId) {
        return "/track/" + number + "?carrier=" + carrierId;
    }

    /** A parcel's stream of changes. */
    static String stream(String number, String carrierId) {
        return "/v1/track/" + number + "/stream?carrier=" + carrierId;
    }
}
