package org.trackno.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What proxies say about where a request comes from: {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239). Each proxy
 * appends whom it heard, so the last entry is its word and the first ones are whatever the caller made up.
 */
final class Forwarding {
    private static final CharSequence X_FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");

    private final ProxyConfiguration.Header header;
    private final List<Network> proxies;

    Forwarding(ProxyConfiguration configuration) {
        this.header = configuration.header();
        this.proxies = configuration.trusted().orElse(List.of());
    }

    boolean isTrusted(byte[] address) {
        return Network.anyHas(proxies, address);
    }

    /** Whether anybody claims to have forwarded the request. */
    static boolean isClaimed(MultiMap headers) {
        return headers.contains(X_FORWARDED_FOR) || headers.contains(FORWARDED);
    }

    /** The last address in the chain that is none of our proxies; the peer when the chain names nobody. */
    String caller(MultiMap headers, String peer) {
        boolean isPlain = header == ProxyConfiguration.Header.X_FORWARDED_FOR;
        List<String> lines = headers.getAll(isPlain ? X_FORWARDED_FOR : FORWARDED);
        String nearest = peer;
        for (int line = lines.size() - 1; line >= 0; line--) {
            for (String hop : lastFirst(lines.get(line), ',')) {
                String host = host(isPlain ? hop : node(hop));
                byte[] address = Network.bytes(host);
                if (address == null) {
                    return nearest;
                }
                nearest = host;
                if (!isTrusted(address)) {
                    return nearest;
                }
            }
        }
        return nearest;
    }

    /** The node behind {@code for=}. */
    private static String node(String element) {
        for (String pair : lastFirst(element, ';')) {
            String parameter = pair.strip();
            if (parameter.toLowerCase(Locale.ROOT).startsWith("for=")) {
                return parameter.substring("for=".length());
            }
        }
        return "";
    }

    /**
     * What stands between the separators outside of quoted strings, RFC 9110 section 5.6.4. Read from the end, which our proxy
     * wrote: a quote that the caller left open before takes nothing of it away.
     */
    private static List<String> lastFirst(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int end = text.length();
        for (int i = end - 1; i >= 0; i--) {
            if (text.charAt(i) == '"') {
                quoted ^= !isEscaped(text, i);
            } else if (text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(i + 1, end));
                end = i;
            }
        }
        parts.add(text.substring(0, end));
        return parts;
    }

    /** Whether an odd number of backslashes stands before. */
    private static boolean isEscaped(String text, int at) {
        int first = at;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    /** Without quotes, brackets and port. */
    private static String host(String node) {
        String text = node.replace("\"", "").strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
