package org.trackno.api;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;

/** The paths that look a number up. */
final class LookUpPath {
    private static final List<String> PREFIXES = List.of("/v1/track/", "/track/", "/embed/");

    private LookUpPath() {}

    /** The number a look-up is about, without the parameters that a segment may carry; blank for no look-up. */
    static String number(String address) {
        String path = address.indexOf(';') < 0 ? address : address.replaceAll(";[^/]*", "");
        for (String prefix : PREFIXES) {
            if (path.startsWith(prefix)) {
                int end = path.indexOf('/', prefix.length());
                return decode(path.substring(prefix.length(), end < 0 ? path.length() : end));
            }
        }
        return "";
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return QueryStringDecoder.decodeComponent(segment);
        } catch (IllegalArgumentException e) {
            return segment; // nothing that could be looked up
        }
    }
}
