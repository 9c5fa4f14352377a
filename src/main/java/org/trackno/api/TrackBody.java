package org.trackno.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trackno.api.Tracker.Question;
import org.trackno.support.Json;
import org.trackno.tracking.LookUp;

/**
 * The body of {@code POST /v1/track}.
 *
 * @param numbers 1 to 100 tracking numbers, as people typed them
 * @param carrier id of the carrier of all of them; null to recognise each
 * @param destination country of all of them, ISO 3166-1 alpha-2; null when unknown
 * @param carriers ids of the carriers that they usually go with; null when unknown
 * @param postcode of the destination of all of them, as proof of entitlement; null for the public view
 */
@Schema(name = "TrackMany", example = "{\"numbers\": [\"RB417526304GB\", \"1Z12345E0205271686\"]}")
record TrackBody(
        List<String> numbers,
        @Nullable String carrier,
        @Nullable String destination,
        @Nullable List<String> carriers,
        @Nullable String postcode) {
    static final int MOST_NUMBERS = 100;

    private static final int MOST_BYTES = 256 * 1024;

    private static final String RIGHT = " Send {\"numbers\": [\"…\"]} with 1 to " + MOST_NUMBERS + " tracking numbers.";
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(TrackBody.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The questions in a body, or what is wrong with it. */
    record Parsed(List<Question> questions, @Nullable ProblemDocument problem) {}

    static Parsed parse(byte[] body, LookUp lookUp) {
        if (body.length > MOST_BYTES) {
            return new Parsed(
                    List.of(),
                    ProblemDocument.of("too-large", "The body is too large", 413, "At most 256 kB are read."));
        }
        try {
            TrackBody read = body.length == 0 ? null : READER.readValue(body);
            String wrong = read == null ? "The body is empty." : read.wrong();
            return wrong == null && read != null ? read.questions(lookUp) : refused(wrong + RIGHT);
        } catch (UnrecognizedPropertyException e) {
            return refused("'" + e.getPropertyName() + "' is no field of the body." + RIGHT);
        } catch (JsonParseException e) {
            return refused("The body is no JSON: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "." + RIGHT);
        } catch (JsonMappingException e) {
            return refused("The body has the wrong form." + RIGHT);
        } catch (IOException e) {
            return refused("The body cannot be read." + RIGHT);
        }
    }

    private static Parsed refused(String detail) {
        return new Parsed(List.of(), ProblemDocument.of("invalid-request", "The request cannot be used", 400, detail));
    }

    private @Nullable String wrong() {
        if (numbers == null || numbers.isEmpty()) {
            return "'numbers' is missing or empty.";
        }
        if (numbers.size() > MOST_NUMBERS) {
            return "'numbers' has " + numbers.size() + " entries, more than " + MOST_NUMBERS + ".";
        }
        return numbers.stream().anyMatch(java.util.Objects::isNull) ? "'numbers' holds null." : null;
    }

    private Parsed questions(LookUp lookUp) {
        UsualCarriers.Parsed usual = UsualCarriers.parse(carriers, lookUp);
        List<Question> questions = numbers.stream()
                .map(number -> new Question(number, carrier, destination, usual.ids(), postcode))
                .toList();
        return new Parsed(questions, usual.problem());
    }
}
