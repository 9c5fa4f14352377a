package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StagesDocTest {
    private static final Path PAGE = Path.of("docs", "stages.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = StagesPage.text();

        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
            fail("docs/stages.md was out of date and has been rewritten: review and commit");
        }
    }

    @Test
    void thePageHasARowForEachStageAndType() {
        String page = StagesPage.text();

        for (Stage stage : Stage.values()) {
            assertThat(page).contains("| `" + stage + "` |");
        }
        for (EventType type : EventType.values()) {
            assertThat(page).contains("| `" + type.term() + "` |");
        }
    }
}
