package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trackno.web.storefront.Logo;
import org.trackno.web.storefront.Storefront;
import org.trackno.web.storefront.Storefronts;

/** Logos and colours of storefronts, as files of our own: no page loads anything from somewhere else. */
@ApplicationScoped
class StorefrontAssets {
    private static final String FOLDER = "/assets/storefronts/";

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Assets.Asset> byFile = new LinkedHashMap<>();

    StorefrontAssets(Storefronts storefronts) {
        for (Storefront storefront : storefronts.all()) {
            Logo logo = storefront.logo();
            if (logo != null) {
                add(storefront, logo.extension(), Assets.Asset.of(logo.mediaType(), logo.content()));
            }
            storefront.pageStyle().ifPresent(style -> add(storefront, "css", Assets.Asset.ofStyle(style)));
        }
    }

    /** The address of its logo. */
    Optional<String> logo(Storefront storefront) {
        Logo logo = storefront.logo();
        return logo == null
                ? Optional.empty()
                : Optional.ofNullable(paths.get(storefront.id() + "." + logo.extension()));
    }

    /** The address of its colours. */
    Optional<String> style(Storefront storefront) {
        return Optional.ofNullable(paths.get(storefront.id() + ".css"));
    }

    /** The file of a name with its fingerprint. */
    Optional<Assets.Asset> find(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    private void add(Storefront storefront, String extension, Assets.Asset asset) {
        String file = storefront.id() + "." + asset.fingerprint() + "." + extension;
        paths.put(storefront.id() + "." + extension, FOLDER + file);
        byFile.put(file, asset);
    }
}
