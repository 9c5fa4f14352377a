package org.trackno.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The scenarios that all carriers share, by name. Read from {@code scenarios.yaml} beside this class. */
final class Scenarios {
    private static final String FILE = "scenarios.yaml";

    private final Map<String, Scenario> byName;

    private Scenarios(Map<String, Scenario> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Scenarios bundled() {
        try (InputStream yaml = Objects.requireNonNull(Scenarios.class.getResourceAsStream(FILE), FILE)) {
            return new Scenarios(SandboxFile.YAML
                    .readerFor(new TypeReference<Map<String, Scenario>>() {})
                    .readValue(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    Optional<Scenario> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The journey of each parcel of a scenario: one, unless the scenario is about several. */
    List<List<Step>> journeys(Scenario scenario) {
        return scenario.parcels().isEmpty()
                ? List.of(scenario.steps())
                : scenario.parcels().stream()
                        .map(name ->
                                Objects.requireNonNull(byName.get(name), name).steps())
                        .toList();
    }
}
