package org.trackno.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose word counts about where a request comes from. */
@ConfigMapping(prefix = "trackno.proxy")
public interface ProxyConfiguration {
    /** Networks of our own reverse proxies. Nobody else's header is believed. */
    Optional<List<Network>> trusted();

    /** The header they write. Only one is read: what they do not write, a caller may have. */
    @WithDefault("x-forwarded-for")
    Header header();

    /** How a proxy names the caller. */
    enum Header {
        X_FORWARDED_FOR,
        FORWARDED
    }
}
