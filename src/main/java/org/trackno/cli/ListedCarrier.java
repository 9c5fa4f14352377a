package org.trackno.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.support.Json;

/**
 * A carrier as {@code carriers} lists it.
 *
 * @param id kebab-case
 * @param name as people know it
 * @param countries of its home network, ISO 3166-1 alpha-2
 * @param reads whether it can be asked; false when its numbers are only recognised
 * @param authentication the scheme, as the manifest calls it; null when it is not asked
 * @param batchSize how many numbers one call takes; null when it is not asked
 * @param formats how many formats of numbers are known
 * @param website the carrier's own site
 */
record ListedCarrier(
        String id,
        String name,
        List<String> countries,
        boolean reads,
        @Nullable String authentication,
        @Nullable Integer batchSize,
        int formats,
        String website) {

    static ListedCarrier of(CarrierFolder folder) {
        Manifest manifest = folder.manifest();
        Manifest.RequestSection request = manifest.request();
        Authentication authentication = manifest.authentication();
        return new ListedCarrier(
                manifest.id(),
                manifest.name(),
                manifest.countries(),
                request != null,
                authentication == null ? null : scheme(authentication),
                request == null ? null : request.batchSize(),
                manifest.formats().size(),
                manifest.website());
    }

    private static String scheme(Authentication authentication) {
        return Json.MAPPER.valueToTree(authentication).path("scheme").asText();
    }
}
