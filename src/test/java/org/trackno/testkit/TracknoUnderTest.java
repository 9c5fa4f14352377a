package org.trackno.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.trackno.carrier.Catalogue;
import org.trackno.sandbox.Sandbox;
import org.trackno.sandbox.SandboxProperties;
import org.trackno.store.EmbeddedDatabase;

/** What the application needs around it in a test: a real PostgreSQL on fresh data, and all carriers simulated over HTTP. */
public final class TracknoUnderTest implements QuarkusTestResourceLifecycleManager {
    /** Configuration property with the port of the simulator, for tests that add faults to it. */
    public static final String SANDBOX_PORT = "trackno.test.sandbox-port";

    private Path data;
    private EmbeddedDatabase database;
    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("trackno-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(data);
        sandbox = Sandbox.start(Catalogue.bundled(), Clock.systemUTC());
        Map<String, String> properties = new HashMap<>(SandboxProperties.of(sandbox));
        properties.put("trackno.carriers.dpd.limits.per-day", "1000000"); // one with a quota that nobody uses up
        properties.putAll(StorefrontProperties.all());
        properties.put("trackno.database.url", database.url());
        properties.put(SANDBOX_PORT, String.valueOf(sandbox.wireMock().port()));
        return properties;
    }

    @Override
    public void stop() {
        sandbox.close();
        database.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
