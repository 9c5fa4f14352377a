package org.trackno.number;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trackno.model.Carrier;

/** Reads identity and formats of the project's carrier folders. */
final class CarrierFiles {
    private static final Path FOLDER = Path.of("carriers");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CarrierFiles() {}

    static List<CarrierFormats> read() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("_"))
                    .map(folder -> folder.resolve("carrier.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .map(CarrierFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CarrierFormats read(Path file) {
        try {
            JsonNode manifest = YAML.readTree(file.toFile());
            List<NumberFormat> formats = new ArrayList<>();
            for (JsonNode format : manifest.path("formats")) {
                formats.add(YAML.treeToValue(format, NumberFormat.class));
            }
            List<String> trackingHosts = new ArrayList<>();
            manifest.path("trackingHosts").forEach(host -> trackingHosts.add(host.asText()));
            String id = manifest.path("id").asText();
            return new CarrierFormats(
                    new Carrier(id, manifest.path("name").asText()),
                    formats,
                    manifest.path("carrierPage").asText(null),
                    trackingHosts);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
