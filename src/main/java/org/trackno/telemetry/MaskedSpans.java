package org.trackno.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Masks the addresses in spans before anything is exported: paths name numbers, queries postcodes, and callers are people. */
@Singleton
class MaskedSpans implements SpanProcessor {
    private static final UnaryOperator<String> GONE = value -> "";
    private static final Map<String, UnaryOperator<String>> MASKS = Map.ofEntries(
            Map.entry("url.path", Mask::text),
            Map.entry("http.target", target -> Mask.text(target.replaceAll("\\?.*", ""))),
            Map.entry("url.query", GONE),
            Map.entry("url.full", Mask::host),
            Map.entry("http.url", Mask::host),
            Map.entry("client.address", GONE),
            Map.entry("http.client_ip", GONE),
            Map.entry("network.peer.address", GONE),
            Map.entry("net.sock.peer.addr", GONE),
            Map.entry("user_agent.original", GONE));
    private static final List<AttributeKey<String>> KEYS =
            MASKS.keySet().stream().map(AttributeKey::stringKey).toList();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : KEYS) {
            String value = span.getAttribute(key);
            if (value != null) {
                span.setAttribute(key, MASKS.getOrDefault(key.getKey(), GONE).apply(value));
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // all is done at the start
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
