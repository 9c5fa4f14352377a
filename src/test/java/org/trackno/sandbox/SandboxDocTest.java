package org.trackno.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxDocTest {
    private static final Path PAGE = Path.of("docs", "sandbox.md");

    private final SimulatedWorld world = new SimulatedWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_page_says_what_the_sandbox_does() throws IOException {
        String page = SandboxPage.text(world.sandbox);

        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
            fail("docs/sandbox.md was out of date and has been rewritten: review and commit");
        }
    }

    @Test
    void the_page_describes_every_scenario_that_has_a_number() {
        assertThat(SandboxPage.describedScenarios())
                .containsExactlyInAnyOrderElementsOf(SandboxPage.usedScenarios(world.sandbox));
    }
}
