package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trackno.carrier.Catalogue;
import org.trackno.testkit.MarkdownPage;

class CarriersDocTest {
    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void thePageSaysWhatTheManifestsSay() {
        new MarkdownPage("carriers.md").mustSay(new CarriersPage(catalogue).text());
    }

    @Test
    void thePageHasEveryCarrierOnce() {
        String page = new CarriersPage(catalogue).text();

        assertThat(catalogue.list()).allSatisfy(folder -> assertThat(page)
                .containsOnlyOnce("| `" + folder.manifest().id() + "` |"));
    }
}
