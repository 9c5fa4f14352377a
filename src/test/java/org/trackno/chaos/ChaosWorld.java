package org.trackno.chaos;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.PostgresServer;
import org.trackno.testkit.TcpProxy;
import org.trackno.testkit.TracknoUnderTest;

/** An application of its own whose database and carriers stand behind proxies that can misbehave. */
public final class ChaosWorld implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    /**
     * What is around the application.
     *
     * @param database the server itself, to look behind the application's back
     * @param toDatabase what the application sees of it
     * @param carriers the carriers themselves
     * @param toCarriers what the application sees of them
     */
    public record Surroundings(
            PostgresServer database, TcpProxy toDatabase, FakeCarriers carriers, TcpProxy toCarriers) {
        /** All is well again. */
        void recover() {
            toDatabase.recover();
            toCarriers.recover();
            carriers.answerAfter(java.time.Duration.ZERO);
        }
    }

    /** Starts and stops it. */
    public static final class Resource implements QuarkusTestResourceLifecycleManager {
        private Surroundings surroundings;

        @Override
        public Map<String, String> start() {
            PostgresServer database = PostgresServer.start(folder());
            FakeCarriers carriers = FakeCarriers.start();
            surroundings =
                    new Surroundings(database, TcpProxy.to(database.port()), carriers, TcpProxy.to(carriers.port()));
            Map<String, String> properties =
                    new HashMap<>(carriers.properties(surroundings.toCarriers().port()));
            properties.put(
                    "trackno.database.url",
                    "postgresql://localhost:" + surroundings.toDatabase().port() + "/postgres");
            properties.put(TracknoUnderTest.SANDBOX_PORT, "0"); // there is none, but beans of other tests ask for it
            return properties;
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(surroundings, new TestInjector.MatchesType(Surroundings.class));
        }

        @Override
        public void stop() {
            surroundings.toCarriers().close();
            surroundings.carriers().close();
            surroundings.toDatabase().close();
            surroundings.database().close();
        }

        private static Path folder() {
            try {
                Files.createDirectories(Path.of("target"));
                return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chaos");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
