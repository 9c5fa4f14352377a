package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.model.EventType;

/** Every language says everything. Qute itself would fall back to English for a key that is missing. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void every_message_is_in_every_language(Language language) {
        Properties translated = file("msg", language);
        Set<String> keys =
                Arrays.stream(Messages.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

        assertThat(translated.stringPropertyNames()).isEqualTo(keys);
        assertThat(translated.values())
                .noneSatisfy(text -> assertThat((String) text).isBlank());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void a_translation_says_what_the_original_says(Language language) {
        Properties translated = file("msg", language);

        for (Method message : Messages.class.getMethods()) {
            String english =
                    message.getAnnotation(io.quarkus.qute.i18n.Message.class).value();
            assertThat(parameters(translated.getProperty(message.getName())))
                    .as(message.getName())
                    .isEqualTo(parameters(english));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_event_type_has_a_title_and_its_advice_in_every_language(Language language) {
        Properties events = file("event", language);
        Properties english = file("event", Language.ENGLISH);

        assertThat(events.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (EventType type : EventType.values()) {
            assertThat(events.getProperty("title_$" + type.name()))
                    .as(type.name())
                    .isNotBlank();
            assertThat(events.getProperty("advice_$" + type.name()).isBlank())
                    .as(type.name())
                    .isEqualTo(english.getProperty("advice_$" + type.name()).isBlank());
        }
    }

    @Test
    void in_english_events_are_called_as_in_the_http_interface() {
        Properties english = file("event", Language.ENGLISH);

        for (EventType type : EventType.values()) {
            assertThat(english.getProperty("title_$" + type.name())).isEqualTo(type.title());
            if (!type.advice().isBlank()) {
                assertThat(english.getProperty("advice_$" + type.name())).isEqualTo(type.advice());
            }
        }
    }

    private static Set<String> parameters(String message) {
        Matcher matcher = PARAMETER.matcher(message);
        Set<String> parameters = new TreeSet<>();
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        return parameters;
    }

    private static Properties file(String bundle, Language language) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language.code() + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
