package org.trackno.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * An application that limits its callers, few of them trusted: the tests' own address is a proxy, and says with
 * {@code X-Forwarded-For} who asks. Few look-ups are done at once, and every line and span is written.
 */
public final class LimitedWorld implements QuarkusTestProfile {
    /** Requests a minute. */
    public static final int REQUESTS = 300;
    /** Numbers of one run a minute. */
    public static final int NEIGHBOURS = 30;
    /** Unknown numbers a minute. */
    public static final int UNKNOWN = 20;
    /** Look-ups at once, half of them for one carrier. */
    public static final int LOOK_UPS = 8;
    /** A caller without limits. */
    public static final String EXEMPT = "198.51.100.7";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("trackno.limit.requests", String.valueOf(REQUESTS)),
                Map.entry("trackno.limit.consecutive-numbers", String.valueOf(NEIGHBOURS)),
                Map.entry("trackno.limit.unknown-numbers", String.valueOf(UNKNOWN)),
                Map.entry("trackno.limit.exempt", "127.0.0.0/8,198.51.100.0/28"),
                Map.entry("trackno.proxy.trusted", "127.0.0.0/8,203.0.113.1"),
                Map.entry("trackno.overload.look-ups", String.valueOf(LOOK_UPS)),
                Map.entry("quarkus.http.access-log.enabled", "true"),
                Map.entry("quarkus.log.console.level", "DEBUG"),
                Map.entry("quarkus.otel.sdk.disabled", "false"));
    }
}
