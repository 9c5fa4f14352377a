package org.trackno.carrier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFunctionTest {
    private final JsltMapping mapping = JsltMapping.compile("test", "text(.)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "Leipzig"     | "Leipzig"
                    " Leipzig "   | "Leipzig"
                    ""            | null
                    "  "          | null
                    null          | null
                    17            | "17"
                    false         | "false"
                    {"a": "b"}    | null
                    ["a"]         | null
                    """)
    void isTheTextOrNull(String written, String expected) throws Exception {
        JsonNode value = new ObjectMapper().readTree(written);

        assertThat(mapping.apply(value)).isEqualTo(new ObjectMapper().readTree(expected));
    }
}
