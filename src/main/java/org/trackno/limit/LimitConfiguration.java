package org.trackno.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much one caller may ask. */
@ConfigMapping(prefix = "trackno.limit")
public interface LimitConfiguration {
    /** Requests in a window; each number of a {@code POST} counts as one. 0 switches it off. */
    @WithDefault("600")
    int requests();

    /** How long a window is. */
    @WithDefault("1M")
    Duration window();

    /** Different numbers out of one run of consecutive ones, in a minute. 0 switches it off. */
    @WithDefault("30")
    int consecutiveNumbers();

    /** Different numbers in a minute that nobody knows. 0 switches it off. */
    @WithDefault("60")
    int unknownNumbers();

    /** Callers that walk through numbers within 5 minutes before the log warns of it. 0 switches it off. */
    @WithDefault("20")
    int walkingCallers();

    /** Networks without any of these limits. */
    @WithDefault("127.0.0.0/8,::1/128")
    Optional<List<Network>> exempt();

    /** Bits of an IPv6 address that make one caller. */
    @WithDefault("64")
    int ipv6Prefix();

    /** Callers remembered at once. */
    @WithDefault("20000")
    int callers();
}
