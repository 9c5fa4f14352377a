package org.trackno.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingEvent;
import org.trackno.store.StoredParcel.Piece;
import org.trackno.support.IsoText;

/** How pieces and reports are written into their columns. Read back exactly; unknown names are left for newer versions. */
final class StateJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(quickTimes())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** The document in {@code parcel.state}. */
    record State(List<Piece> pieces) {}

    private StateJson() {}

    /** Ten events have ten dates and ten times; with a formatter those are a third of the time that reading a row takes. */
    private static SimpleModule quickTimes() {
        return new SimpleModule()
                .addDeserializer(
                        LocalDate.class,
                        new TextDeserializer<>(
                                LocalDate.class,
                                text -> text.length() == IsoText.DATE_LENGTH ? IsoText.date(text) : null,
                                LocalDate::parse))
                .addDeserializer(
                        LocalTime.class,
                        new TextDeserializer<>(
                                LocalTime.class, text -> IsoText.time(text, 0, text.length()), LocalTime::parse));
    }

    /** Reads a value quickly from how it is mostly written, and else as Java does. */
    private static final class TextDeserializer<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, @Nullable T> quick;
        private final transient Function<String, T> other;

        TextDeserializer(Class<T> type, Function<String, @Nullable T> quick, Function<String, T> other) {
            super(type);
            this.quick = quick;
            this.other = other;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            T value = quick.apply(text);
            try {
                return value == null ? other.apply(text) : value;
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, _valueClass, String.valueOf(e.getMessage()));
            }
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static State readState(String json) {
        return read(json, State.class);
    }

    static TrackingEvent readReport(String json) {
        return read(json, TrackingEvent.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds JSON that is no " + type.getSimpleName(), e);
        }
    }
}
