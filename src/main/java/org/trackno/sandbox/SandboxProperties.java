package org.trackno.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * A running sandbox as configuration: base address and credentials of each simulated carrier under the names an operator
 * would use, no limits, and the numbers to try as {@code trackno.sandbox.numbers.<id>}.
 */
public final class SandboxProperties {
    private static final String NUMBERS = "trackno.sandbox.numbers.";
    private static final String SEPARATOR = "=";

    private SandboxProperties() {}

    /** The properties that point this process at the sandbox. */
    public static Map<String, String> of(Sandbox sandbox) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String id : sandbox.carriers()) {
            String prefix = "trackno.carriers." + id + ".";
            properties.put(prefix + "base-url", sandbox.baseUrl(id));
            properties.put(prefix + "limits.per-second", "none");
            properties.put(prefix + "limits.per-day", "none");
            sandbox.credentials(id).forEach((name, value) -> properties.put(prefix + name, value));
            properties.put(
                    NUMBERS + id,
                    sandbox.numbers(id).stream()
                            .map(n -> n.trackingNumber() + SEPARATOR + n.scenario())
                            .collect(Collectors.joining(",")));
        }
        return properties;
    }

    /** The numbers to try at a carrier; none when it is not simulated. */
    public static List<SandboxNumber> numbers(Config config, String carrierId) {
        return config.getOptionalValue(NUMBERS + carrierId, String[].class).stream()
                .flatMap(Arrays::stream)
                .map(entry -> entry.split(SEPARATOR, 2))
                .map(parts -> new SandboxNumber(parts[0], parts[1]))
                .toList();
    }
}
