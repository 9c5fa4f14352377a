package org.trackno.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a number alone shows. */
@ConfigMapping(prefix = "trackno.privacy")
public interface PrivacyConfiguration {
    /**
     * {@code standard}: stage, dates, towns of scans, our wording. {@code strict}: no towns either from the day of delivery
     * on.
     */
    @WithDefault("standard")
    Level level();

    /** The settings. */
    enum Level {
        STANDARD(Audience.PUBLIC),
        STRICT(Audience.STRICT);

        private final Audience audience;

        Level(Audience audience) {
            this.audience = audience;
        }

        /** Who reads a snapshot without proof. */
        public Audience audience() {
            return audience;
        }
    }
}
