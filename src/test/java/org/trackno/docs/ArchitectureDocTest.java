package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.MarkdownPage;

class ArchitectureDocTest {
    @Test
    void thePageNamesEveryPackage() throws IOException {
        String page = new MarkdownPage("architecture.md").text();

        try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/trackno"))) {
            List<String> names = packages.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        }
    }
}
