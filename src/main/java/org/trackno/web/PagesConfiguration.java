package org.trackno.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pages. */
@ConfigMapping(prefix = "trackno.pages")
public interface PagesConfiguration {
    /** How long a link that shows everything about a parcel lasts. */
    @WithDefault("90D")
    Duration linksLast();
}
