package org.trackno.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is done at once. */
@ConfigMapping(prefix = "trackno.overload")
public interface OverloadConfiguration {
    /** Look-ups under way that memory cannot answer; half of them for one carrier. */
    @WithDefault("1000")
    int lookUps();
}
