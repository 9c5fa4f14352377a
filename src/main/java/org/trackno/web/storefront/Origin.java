package org.trackno.web.storefront;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where pages may come from that embed parcels: scheme, host and port. A host that begins with {@code *.} stands for all
 * below it, the port {@code *} for every port: as in a Content-Security-Policy (CSP 3, section 2.3.1).
 *
 * @param scheme {@code https} or {@code http}
 * @param host in lower case and ASCII; may begin with {@code *.}
 * @param port blank for the one that belongs to the scheme; may be {@code *}
 */
public record Origin(String scheme, String host, String port) {
    private static final Pattern FORM = Pattern.compile(
            "(https?)://((?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(?::(\\d{1,5}|\\*))?");
    private static final String EVERY = "*";

    /**
     * Reads an origin as an operator writes it.
     *
     * @throws IllegalArgumentException with what would be right
     */
    static Origin parse(String text) {
        Matcher parts = FORM.matcher(ascii(text.strip().toLowerCase(Locale.ROOT)));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "An origin is scheme, host and perhaps port, without a path, like https://shop.example or"
                            + " https://*.shop.example; not '" + text + "'");
        }
        String port = parts.group(3) == null ? "" : parts.group(3);
        boolean usual = port.equals(parts.group(1).equals("https") ? "443" : "80");
        return new Origin(parts.group(1), parts.group(2), usual ? "" : port);
    }

    private static String ascii(String text) {
        int host = text.indexOf("://") + 3;
        try {
            return text.startsWith("http") && text.chars().anyMatch(c -> c > 127)
                    ? text.substring(0, host) + IDN.toASCII(text.substring(host))
                    : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Whether it is the origin of a header field {@code Origin}, which browsers write in lower case and ASCII. */
    boolean matches(String header) {
        Matcher parts = FORM.matcher(header);
        if (!parts.matches() || !parts.group(1).equals(scheme) || header.contains(EVERY)) {
            return false;
        }
        String otherPort = parts.group(3) == null ? "" : parts.group(3);
        boolean samePort = port.equals(EVERY) || port.equals(otherPort);
        boolean sameHost = host.startsWith("*.")
                ? parts.group(2).endsWith(host.substring(1))
                : parts.group(2).equals(host);
        return samePort && sameHost;
    }

    /** As a source in {@code frame-ancestors}. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port);
    }
}
