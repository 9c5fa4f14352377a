package org.trackno.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * An application of its own for tests that break carriers, so that the breakers of the others stay closed. It is set up
 * differently too: strict privacy, one carrier without credentials, one that answers with a flood.
 */
public final class AnotherWorld implements QuarkusTestProfile {
    /** The carrier that answers with 50 MB. */
    public static final String FLOODING = "bring";
    /** The carrier without credentials. */
    public static final String NOT_CONFIGURED = "la-poste";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("trackno.privacy.level", "strict");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FloodingCarrier.class));
    }
}
