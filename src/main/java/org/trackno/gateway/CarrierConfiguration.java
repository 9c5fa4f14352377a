package org.trackno.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.store.CarrierAccount;

/**
 * The operator's settings a carrier: {@code trackno.carriers.<id>.base-url} and one property a credential, such as {@code
 * trackno.carriers.usps.client-id} (environment: {@code TRACKNO_CARRIERS_USPS_CLIENT_ID}). They are looked up by name because
 * names with hyphens cannot be told back from environment variables.
 */
@ApplicationScoped
public class CarrierConfiguration {
    private static final String PREFIX = "trackno.carriers.";

    private static final int ACCOUNT_BYTES = 8;

    private final Config config;

    CarrierConfiguration(Config config) {
        this.config = config;
    }

    /**
     * The settings; empty when a credential is missing, so that the carrier is "not configured".
     *
     * @throws IllegalArgumentException when the base address or a limit is none, with the property's name
     */
    Optional<CarrierSettings> find(CarrierFolder folder) {
        Manifest manifest = folder.manifest();
        Authentication authentication = manifest.authentication();
        Manifest.RequestSection request = manifest.request();
        if (authentication == null || request == null) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String credential : authentication.credentials()) {
            config.getOptionalValue(property(manifest.id(), credential), String.class)
                    .ifPresent(value -> values.put(credential, value));
        }
        return values.size() == authentication.credentials().size()
                ? Optional.of(new CarrierSettings(
                        baseUrl(manifest.id(), request.baseUrl()),
                        values,
                        account(manifest.id(), authentication, values),
                        new ConfiguredLimits(config, manifest.id()).over(manifest.limits())))
                : Optional.empty();
    }

    /** The properties that are missing for a carrier to be asked. */
    public List<String> missing(CarrierFolder folder) {
        Authentication authentication = folder.manifest().authentication();
        return authentication == null
                ? List.of()
                : authentication.credentials().stream()
                        .map(credential -> property(folder.manifest().id(), credential))
                        .filter(property ->
                                config.getOptionalValue(property, String.class).isEmpty())
                        .toList();
    }

    /** Enough of a hash to tell accounts apart. A new password of the same user is the same account. */
    private static CarrierAccount account(String id, Authentication authentication, Map<String, String> values) {
        String identity = authentication.identity().stream()
                .sorted()
                .map(name -> name + "=" + values.get(name))
                .collect(Collectors.joining("\n", id + "\n", ""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return new CarrierAccount(id, HexFormat.of().formatHex(hash, 0, ACCOUNT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private URI baseUrl(String id, String byDefault) {
        String property = property(id, "base-url");
        String value = config.getOptionalValue(property, String.class).orElse(byDefault);
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wrong(property, value), e);
        }
        throw new IllegalArgumentException(wrong(property, value));
    }

    private static String wrong(String property, String value) {
        return property + " must be an http or https address like https://api.example.com, not '" + value + "'";
    }

    private static String property(String id, String name) {
        return PREFIX + id + "." + name;
    }
}
