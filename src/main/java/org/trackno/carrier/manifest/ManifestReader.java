package org.trackno.carrier.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.trackno.carrier.CarrierFolderException;

/** Reads {@code carrier.yaml}. Unknown keys, missing required keys and impossible values are refused with file and line. */
public final class ManifestReader {
    private static final ObjectReader READER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(JsonPointer.class, new PointerDeserializer()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(Manifest.class);

    private ManifestReader() {}

    /**
     * The manifest in this text.
     *
     * @param file named in errors
     * @throws CarrierFolderException with file and line
     */
    public static Manifest read(String file, String yaml) {
        try {
            return READER.readValue(yaml);
        } catch (ValueInstantiationException e) {
            throw new CarrierFolderException(file, line(e), rootMessage(e));
        } catch (JsonProcessingException e) {
            throw new CarrierFolderException(file, e);
        }
    }

    private static int line(JsonMappingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** RFC 6901. */
    private static final class PointerDeserializer extends FromStringDeserializer<JsonPointer> {
        private static final long serialVersionUID = 1L;

        PointerDeserializer() {
            super(JsonPointer.class);
        }

        @Override
        protected JsonPointer _deserialize(String value, DeserializationContext context) {
            return JsonPointer.compile(value);
        }

        /** The whole value. */
        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return JsonPointer.empty();
        }

        @Override
        protected Object _deserializeFromEmptyStringDefault(DeserializationContext context) {
            return JsonPointer.empty();
        }
    }
}
