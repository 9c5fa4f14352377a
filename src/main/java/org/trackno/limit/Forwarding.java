package org.trackno.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
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
    static boolean isClaimed(HttpServerRequest request) {
        return request.headers().contains(X_FORWARDED_FOR) || request.headers().contains(FORWARDED);
    }

    /** The last address in the chain that is none of our proxies; the peer when the chain names nobody. */
    String caller(HttpServerRequest request, String peer) {
        boolean isPlain = header == ProxyConfiguration.Header.X_FORWARDED_FOR;
        List<String> lines = request.headers().getAll(isPlain ? X_FORWARDED_FOR : FORWARDED);
        String nearest = peer;
        for (int line = lines.size() - 1; line >= 0; line--) {
            String[] hops = lines.get(line).split(",", -1);
            for (int hop = hops.length - 1; hop >= 0; hop--) {
                String host = host(isPlain ? hops[hop] : node(hops[hop]));
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
        for (String pair : element.split(";", -1)) {
            String parameter = pair.strip();
            if (parameter.toLowerCase(Locale.ROOT).startsWith("for=")) {
                return parameter.substring("for=".length());
            }
        }
        return "";
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
