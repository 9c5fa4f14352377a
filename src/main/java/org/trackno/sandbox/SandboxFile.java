package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolderException;

/**
 * {@code sandbox/sandbox.yaml} of a carrier folder: what the simulated carrier needs beside its templates. Texts and names
 * that the templates use are free; everything else is fixed here.
 *
 * @param zone in which the carrier writes times, unless a place names its own
 * @param request where the tracking number stands in a call
 * @param login where a log-in call states the credentials; null unless the log-in is a SOAP call
 * @param tokenLife how long a token is good for
 * @param contentType of the answers, unless one names its own
 * @param answers the templates, by kind
 * @param places where the legs are, with the attributes the templates use
 * @param events what the carrier calls an event, by event type; steps of other types are left out
 * @param numbers the tracking numbers
 */
record SandboxFile(
        @JsonProperty(required = true) ZoneId zone,
        @JsonProperty(required = true) RequestShape request,
        @Nullable Login login,
        Duration tokenLife,
        @JsonProperty(required = true) String contentType,
        @JsonProperty(required = true) Map<AnswerKind, Answer> answers,
        @JsonProperty(required = true) Map<Leg, Map<String, String>> places,
        @JsonProperty(required = true) Map<String, Map<String, String>> events,
        @JsonProperty(required = true) List<Entry> numbers) {

    /** Strict: unknown keys and keys that occur twice are refused. */
    static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Duration DEFAULT_TOKEN_LIFE = Duration.ofHours(1);

    SandboxFile {
        tokenLife = tokenLife == null ? DEFAULT_TOKEN_LIFE : tokenLife;
    }

    /** Throws {@link CarrierFolderException} with file and line when the text cannot be used. */
    static SandboxFile read(String file, String yaml) {
        try {
            return YAML.readValue(yaml, SandboxFile.class);
        } catch (JsonProcessingException e) {
            throw new CarrierFolderException(file, e);
        }
    }

    /**
     * How a log-in call over SOAP is laid out.
     *
     * @param credentials element names by credential name
     * @param token the element of a later call that holds the token
     */
    record Login(
            @JsonProperty(required = true) Map<String, String> credentials,
            @JsonProperty(required = true) String token) {}

    /**
     * One kind of answer.
     *
     * @param status HTTP status
     * @param template file below {@code sandbox/}
     * @param contentType null for the carrier's usual one
     * @param headers beside the content type
     */
    record Answer(
            @JsonProperty(required = true) int status,
            @JsonProperty(required = true) String template,
            @Nullable String contentType,
            Map<String, String> headers) {
        Answer {
            headers = headers == null ? Map.of() : headers;
        }
    }

    /**
     * A tracking number.
     *
     * @param number in canonical form
     * @param scenario what happens to it
     * @param parcels what the templates need to tell several parcels under the number apart, one entry a parcel
     */
    record Entry(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String scenario,
            List<Map<String, String>> parcels) {
        Entry {
            parcels = parcels == null ? List.of() : parcels;
        }
    }
}
