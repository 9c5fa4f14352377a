package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.trackno.support.Json;

/** {@code trackno.js} as it is sent: with its style, and with the few sentences that it says when the server says nothing. */
@ApplicationScoped
class WidgetScript {
    private final Assets.Asset script;

    WidgetScript() {
        String text = read("trackno.js")
                .replace("'words'", Json.line(words()))
                .replace("'style'", Json.line(withoutComments(read("embed.css"))));
        script = Assets.Asset.of("text/javascript;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file. */
    Assets.Asset script() {
        return script;
    }

    private static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Messages messages = Wording.in(language).messages();
            all.put(
                    language.code(),
                    Map.of(
                            "waiting", messages.listWaiting(),
                            "failedTitle", messages.storeTitle(),
                            "failedText", messages.storeText(),
                            "manyTitle", messages.tooManyTitle(),
                            "manyText", messages.tooManyText(),
                            "details", messages.details()));
        }
        return all;
    }

    /** Without comments and indents. */
    private static String withoutComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\n\\s*", "\n");
    }

    private static String read(String name) {
        try (InputStream file = WidgetScript.class.getResourceAsStream("/web/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
