package org.trackno.sandbox;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolderException;
import org.trackno.support.Json;

/**
 * A compiled Handlebars template of a carrier's answer. Values are escaped for JSON or XML, by the file's name. Beside what
 * Handlebars and its conditional helpers bring there are two:
 *
 * <pre>
 * {{time at "yyyy-MM-dd HH:mm" zone="UTC"}}   a time in a java.time pattern; without zone in that of the event's place
 * {{json value}}                              a quoted JSON string, or null
 * </pre>
 */
final class AnswerTemplate {
    private static final EscapingStrategy JSON =
            text -> new String(JsonStringEncoder.getInstance().quoteAsString(text.toString()));
    private static final Handlebars FOR_JSON = handlebars(JSON);
    private static final Handlebars FOR_XML = handlebars(EscapingStrategy.XML);

    private final Template template;

    private AnswerTemplate(Template template) {
        this.template = template;
    }

    /** Throws {@link CarrierFolderException} when the text is no template. */
    static AnswerTemplate compile(String file, String text) {
        try {
            return new AnswerTemplate((file.contains(".json") ? FOR_JSON : FOR_XML).compileInline(text));
        } catch (HandlebarsException e) {
            int line = e.getError() == null ? 0 : e.getError().line;
            throw new CarrierFolderException(file, line, "not a template: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The answer. Safe for many threads. */
    String render(Map<String, Object> values) {
        try {
            return template.apply(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Handlebars handlebars(EscapingStrategy escaping) {
        return new Handlebars()
                .with(escaping)
                .registerHelpers(ConditionalHelpers.class)
                .registerHelper("time", AnswerTemplate::time)
                .registerHelper("json", (value, options) -> new Handlebars.SafeString(Json.line(value)));
    }

    private static String time(@Nullable Object at, Options options) {
        if (!(at instanceof ZonedDateTime time)) {
            return "";
        }
        String zone = options.hash("zone");
        return DateTimeFormatter.ofPattern(options.param(0), Locale.ENGLISH)
                .format(zone == null ? time : time.withZoneSameInstant(ZoneId.of(zone)));
    }
}
