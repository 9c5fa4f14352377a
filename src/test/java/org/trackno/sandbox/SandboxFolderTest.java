package org.trackno.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.CarrierFolderException;

class SandboxFolderTest {
    @TempDir
    private Path carriers;

    private Path dhl;

    @BeforeEach
    void copyAFolder() throws IOException {
        dhl = carriers.resolve("dhl");
        Path source = Path.of("carriers", "dhl");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, dhl.resolve(source.relativize(file)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario: moving,      | scenario: gliding,    | there is no scenario gliding",
                "'  posted: {'          | '  posted_twice: {'   | posted_twice",
                "'  delivered: {'       | '  destroyed: {'      | 'events has no delivered'",
                "zone: Europe/Berlin    | zone: Europe/Atlantis | sandbox.yaml:1",
                "method: GET            | methode: GET          | 'sandbox.yaml:9: Missing required creator property ''method'''",
                "00340434981452495562   | 00340434708779453279  | is listed twice",
                "00340434981452495562   | 0034-0434             | is no tracking number",
                "tracking.json.hbs      | missing.json.hbs      | missing.json.hbs",
            })
    void a_mistake_is_refused_with_what_is_wrong(String right, String wrong, String problem) throws IOException {
        replace("sandbox/sandbox.yaml", right, wrong);

        assertThatThrownBy(this::read)
                .isInstanceOf(CarrierFolderException.class)
                .hasMessageContaining("dhl/sandbox/")
                .hasMessageContaining(problem);
    }

    @Test
    void a_broken_template_is_refused_with_its_line() throws IOException {
        replace("sandbox/tracking.json.hbs", "\"service\": \"{{division}}\"", "\"service\": \"{{division}\"");

        assertThatThrownBy(this::read)
                .isInstanceOf(CarrierFolderException.class)
                .hasMessageContaining("dhl/sandbox/tracking.json.hbs:6");
    }

    @Test
    void a_folder_without_sandbox_is_not_simulated() throws IOException {
        Files.delete(dhl.resolve("sandbox/sandbox.yaml"));

        assertThat(SandboxFolder.isIn(CarrierFolder.read(dhl))).isFalse();
    }

    private void read() {
        SandboxFolder.read(CarrierFolder.read(dhl), Scenarios.bundled());
    }

    private void replace(String file, String right, String wrong) throws IOException {
        Path path = dhl.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replace(right, wrong));
    }
}
