package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trackno.testkit.MarkdownPage;

class StagesDocTest {
    @Test
    void thePageSaysWhatTheCodeDoes() {
        new MarkdownPage("stages.md").mustSay(StagesPage.text());
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
