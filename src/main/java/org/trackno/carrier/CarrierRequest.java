package org.trackno.carrier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;

/**
 * One call to a carrier, without address and credentials: the gateway adds those.
 *
 * @param method GET or POST
 * @param path below the carrier's base address
 * @param query parameters in order
 * @param headers in order
 * @param body null when none is sent; may hold the placeholders of the authentication scheme
 * @param numbers the tracking numbers this call covers
 */
public record CarrierRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        List<TrackingNumber> numbers) {}
