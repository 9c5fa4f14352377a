package org.trackno.web;

import org.jspecify.annotations.Nullable;

/** Where the pages are. Numbers and carrier ids are plain ASCII letters, digits and hyphens, so nothing is encoded. */
final class Addresses {
    private Addresses() {}

    /** A parcel's page, stable. */
    static String parcel(String number, String carrierId) {
        return number(number, carrierId).path();
    }

    /** The address of a number as somebody gave it. */
    static PageAddress number(String number, @Nullable String carrierId) {
        return new PageAddress("/track/" + number, carrierId == null ? "" : "carrier=" + carrierId);
    }

    /** The address of numbers, without the numbers in it. */
    static String sealed(String segment) {
        return "/parcels/" + segment;
    }

    /** The address of a link that shows everything. */
    static String shared(String secret) {
        return "/shared/" + secret;
    }

    /**
     * The address of a page, with others below it.
     *
     * @param base path without query
     * @param query without question mark; blank for none
     */
    record PageAddress(String base, String query) {
        /** The page itself. */
        String path() {
            return query.isEmpty() ? base : base + "?" + query;
        }

        /** When the page is worth reading again, for whoever has seen a version of it. */
        String stream(String version) {
            return base + "/stream?" + (query.isEmpty() ? "" : query + "&") + "seen=" + version;
        }

        /** What belongs to the page. */
        String below(String name) {
            return query.isEmpty() ? base + "/" + name : base + "/" + name + "?" + query;
        }
    }
}
