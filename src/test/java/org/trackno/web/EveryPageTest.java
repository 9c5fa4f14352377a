package org.trackno.web;

import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.Reader;
import org.trackno.testkit.TracknoUnderTest;

/** Every page in every state: accessible, in light and dark, narrow and wide, in all languages; and seen, as screenshots. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class EveryPageTest {
    @Test
    void is_accessible_on_a_wide_screen_in_the_light() {
        every("en", Reader.WIDE, ColorScheme.LIGHT, true);
    }

    @Test
    void is_accessible_on_a_narrow_screen_in_the_dark() {
        every("en", Reader.NARROW, ColorScheme.DARK, true);
    }

    @Test
    void fits_a_narrow_screen_in_every_language() {
        for (Language language : Language.values()) {
            every(language.code(), Reader.NARROW, ColorScheme.LIGHT, false);
        }
    }

    private static void every(String language, int width, ColorScheme scheme, boolean accessible) {
        assertAll(PageStates.all().entrySet().stream().map(state -> () -> {
            PageStates.Way way = state.getValue();
            String name =
                    String.join("-", state.getKey(), "" + width, scheme.name().toLowerCase(Locale.ROOT), language);
            try (Reader reader = Reader.of(language, width, scheme)) {
                way.go(reader);
                reader.screenshot(name);
                if (accessible) {
                    reader.assertWell(name);
                } else {
                    reader.assertFits(name);
                    reader.assertClean(name);
                }
            }
        }));
    }
}
