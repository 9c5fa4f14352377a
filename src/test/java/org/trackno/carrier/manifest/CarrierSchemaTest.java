package org.trackno.carrier.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;

/** The schema that editors use says the same as the records that read the manifest. */
class CarrierSchemaTest {
    private static JsonNode schema;

    @BeforeAll
    static void readSchema() throws IOException {
        schema = new ObjectMapper()
                .readTree(Path.of("carriers", "carrier.schema.json").toFile());
    }

    static Stream<RecordAndSchema> records() {
        return Stream.of(
                new RecordAndSchema(Manifest.class, ""),
                new RecordAndSchema(Manifest.RequestSection.class, "/$defs/request"),
                new RecordAndSchema(Manifest.ResponseSection.class, "/$defs/response"),
                new RecordAndSchema(ResponseRule.class, "/$defs/rule"),
                new RecordAndSchema(Manifest.TimeSection.class, "/$defs/time"),
                new RecordAndSchema(Manifest.Limits.class, "/$defs/limits"),
                new RecordAndSchema(Manifest.Verification.class, "/$defs/verification"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void schemaHasTheComponentsOfTheRecord(RecordAndSchema both) {
        JsonNode described = schema.at(both.pointer());

        assertThat(names(described)).containsExactlyInAnyOrderElementsOf(components(both.type()));
        assertThat(described.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void schemaHasEveryAuthenticationScheme() {
        for (JsonSubTypes.Type subType :
                Authentication.class.getAnnotation(JsonSubTypes.class).value()) {
            List<String> expected = components(subType.value());
            expected.add("scheme");

            assertThat(names(scheme(subType.name()))).as(subType.name()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void schemaHasTheValuesOfTheEnums() {
        assertThat(texts("/$defs/stage/enum")).containsExactlyInAnyOrderElementsOf(namesOf(Stage.values()));
        assertThat(texts("/$defs/response/properties/format/enum"))
                .containsExactlyInAnyOrderElementsOf(namesOf(AnswerFormat.values()));
        List<String> outcomes = namesOf(FailureKind.values());
        outcomes.add(ResponseRule.NOT_FOUND);
        assertThat(texts("/$defs/rule/properties/outcome/enum")).containsExactlyInAnyOrderElementsOf(outcomes);
        assertThat(texts("/$defs/verification/properties/state/enum"))
                .containsExactlyInAnyOrderElementsOf(namesOf(Manifest.Verification.State.values()));
    }

    private static JsonNode scheme(String name) {
        for (JsonNode variant : schema.at("/$defs/authentication/oneOf")) {
            if (variant.at("/properties/scheme/const").asText().equals(name)) {
                return variant;
            }
        }
        throw new AssertionError("the schema lacks the authentication scheme " + name);
    }

    private static List<String> names(JsonNode described) {
        List<String> names = new ArrayList<>();
        described.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> components(Class<?> type) {
        return new ArrayList<>(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    private static List<String> namesOf(Enum<?>[] values) {
        return new ArrayList<>(Arrays.stream(values).map(Enum::name).toList());
    }

    private static List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        schema.at(pointer).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A record and where the schema describes it. */
    record RecordAndSchema(Class<?> type, String pointer) {}
}
