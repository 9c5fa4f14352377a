package org.trackno.web.storefront;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The storefronts that are set up here. Read at the start, which a wrong setting stops. */
@Startup
@ApplicationScoped
public class Storefronts {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    private final Map<String, Storefront> byId = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when a setting is wrong, with its name and what would be right
     */
    Storefronts(Config config) {
        List<String> ids = config.getOptionalValue(StorefrontSettings.NAMES, String[].class).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .toList();
        for (String id : ids) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(StorefrontSettings.NAMES
                        + " lists names of lower-case letters, digits and hyphens, separated by commas; not '" + id
                        + "'");
            }
            byId.put(id, new StorefrontSettings(config, id).read());
        }
        StorefrontSettings.refuseOthers(config, ids);
    }

    /** The storefront of a name; empty when there is none, or no name. */
    public Optional<Storefront> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    /** The one whose page asks: the named one, else the one whose origin it is. Empty when it may not. */
    public Optional<Storefront> admitting(@Nullable String id, String origin) {
        return id == null || id.isEmpty()
                ? byId.values().stream().filter(one -> one.admits(origin)).findFirst()
                : find(id).filter(one -> one.admits(origin));
    }

    /** The one that is meant: the named one; without a name the only one there is. */
    public Optional<Storefront> meant(@Nullable String id) {
        return id == null || id.isEmpty()
                ? byId.values().stream().filter(one -> byId.size() == 1).findFirst()
                : find(id);
    }

    /** All of them. */
    public List<Storefront> all() {
        return List.copyOf(byId.values());
    }
}
