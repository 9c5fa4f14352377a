package org.trackno.web;

import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.testkit.Reader;
import org.trackno.testkit.TracknoUnderTest;

/** Every page in every state: accessible, in light and dark, narrow and wide, in all languages; and seen, as screenshots. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("browser")
class EveryPageTest {
    /** Each state is gone to once and looked at from all sides; the words of the others need only the narrow one. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void is_well_in_every_state(Language language) {
        try (Reader reader = Reader.of(language.code(), Reader.NARROW, ColorScheme.LIGHT)) {
            Stream<Executable> states = PageStates.all().entrySet().stream().map(state -> () -> {
                reader.forget();
                reader.look(Reader.NARROW, ColorScheme.LIGHT);
                state.getValue().go(reader);
                narrow(reader, state.getKey(), language);
                if (language == Language.ENGLISH) {
                    inTheDark(reader, state.getKey());
                    wide(reader, state.getKey());
                }
            });
            assertAll(states);
        }
    }

    private static void narrow(Reader reader, String state, Language language) {
        String name = name(state, Reader.NARROW, ColorScheme.LIGHT, language.code());
        reader.screenshot(name);
        reader.assertFits(name);
        reader.assertClean(name);
    }

    private static void inTheDark(Reader reader, String state) {
        String name = name(state, Reader.NARROW, ColorScheme.DARK, "en");
        reader.look(Reader.NARROW, ColorScheme.DARK);
        reader.screenshot(name);
        reader.assertContrast(name);
    }

    private static void wide(Reader reader, String state) {
        String name = name(state, Reader.WIDE, ColorScheme.LIGHT, "en");
        reader.look(Reader.WIDE, ColorScheme.LIGHT);
        reader.screenshot(name);
        reader.assertWell(name);
    }

    private static String name(String state, int width, ColorScheme scheme, String language) {
        return String.join("-", state, "" + width, scheme.name().toLowerCase(Locale.ROOT), language);
    }
}
