package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trackno.testkit.MarkdownPage;

class ConfigurationDocTest {
    @Test
    void thePageSaysWhatTheCodeReads() {
        new MarkdownPage("configuration.md").mustSay(ConfigurationPage.text());
    }

    @Test
    void everyPropertyIsExplainedAndNoOther() {
        assertThat(ConfigurationPage.meanings().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ConfigurationPage.properties().keySet());
    }

    @Test
    void everyChoiceIsExplained() {
        assertThat(ConfigurationPage.properties()).allSatisfy((name, property) -> assertThat(property.values())
                .allSatisfy(value ->
                        assertThat(ConfigurationPage.meanings().get(name)).contains("`" + value + "`")));
    }
}
