package org.trackno.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierRequest;

/**
 * A call as it goes over the wire.
 *
 * @param method GET or POST
 * @param address with path, without query
 * @param query parameters, not yet encoded
 * @param headers to send
 * @param body null when none is sent
 */
record OutgoingCall(
        String method, String address, Map<String, String> query, Map<String, String> headers, @Nullable String body) {

    static OutgoingCall of(URI baseUrl, CarrierRequest request) {
        return new OutgoingCall(
                request.method(), join(baseUrl, request.path()), request.query(), request.headers(), request.body());
    }

    static OutgoingCall post(URI baseUrl, String path, Map<String, String> headers, String body) {
        return new OutgoingCall("POST", join(baseUrl, path), Map.of(), headers, body);
    }

    OutgoingCall withHeader(String name, String value) {
        return new OutgoingCall(method, address, query, plus(headers, name, value), body);
    }

    OutgoingCall withParameter(String name, String value) {
        return new OutgoingCall(method, address, plus(query, name, value), headers, body);
    }

    OutgoingCall withBody(String newBody) {
        return new OutgoingCall(method, address, query, headers, newBody);
    }

    /** The whole address, query encoded. */
    String url() {
        return query.isEmpty()
                ? address
                : address + "?"
                        + query.entrySet().stream()
                                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String join(URI baseUrl, String path) {
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    /** Without query, headers and body: they may hold credentials. */
    @Override
    public String toString() {
        return method + " " + address;
    }
}
