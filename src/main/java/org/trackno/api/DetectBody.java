package org.trackno.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trackno.number.NumbersInText.Mode;
import org.trackno.support.Json;

/**
 * The body of {@code POST /v1/detect}.
 *
 * @param text in which the numbers are
 * @param mode what counts as a find; STRICT when null
 * @param destination country of the parcels, ISO 3166-1 alpha-2; null when unknown
 * @param origin country they come from, ISO 3166-1 alpha-2; null when unknown
 * @param carriers ids of the carriers that they usually go with; null when unknown
 */
@Schema(name = "DetectInText", example = "{\"text\": \"Your parcel RB417526304GB is on its way.\"}")
record DetectBody(
        String text,
        @Nullable Mode mode,
        @Nullable String destination,
        @Nullable String origin,
        @Nullable List<String> carriers) {
    private static final int MOST_BYTES = 256 * 1024;
    private static final String RIGHT =
            " Send {\"text\": \"…\"} and, if wanted, \"mode\": \"STRICT\" or \"EAGER\", \"destination\": \"GB\","
                    + " \"origin\": \"CN\" and \"carriers\": [\"dhl\", \"ups\"].";
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(DetectBody.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The body, or what is wrong with it. */
    record Parsed(@Nullable DetectBody body, ProblemDocument refusal) {}

    static Parsed parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Parsed(
                    null, ProblemDocument.of("too-large", "The body is too large", 413, "At most 256 kB are read."));
        }
        ProblemDocument refusal = ProblemDocument.of(
                "invalid-request", "The request cannot be used", 400, "The body cannot be read." + RIGHT);
        try {
            DetectBody read = bytes.length == 0 ? null : READER.readValue(bytes);
            return new Parsed(read == null || read.text == null ? null : read, refusal);
        } catch (IOException e) {
            return new Parsed(null, refusal);
        }
    }

    Mode modeOrStrict() {
        return mode == null ? Mode.STRICT : mode;
    }
}
