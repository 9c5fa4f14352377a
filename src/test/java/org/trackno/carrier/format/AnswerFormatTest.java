package org.trackno.carrier.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send is refused, soon, and without asking or reading anything else. */
class AnswerFormatTest {
    /** The goal is 100 ms; more is for machines that have other work. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String SECRET = "what the file says";

    @TempDir
    Path folder;

    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer server;
    private Path file;

    @BeforeAll
    static void warmUp() throws UnreadableAnswerException {
        assertThat(decode(AnswerFormat.JSON, " {\"pin\": \"1\"}\n").at("/pin").asText())
                .isEqualTo("1");
        assertThat(decode(AnswerFormat.XML, "\n<a><pin>1</pin></a> ").at("/pin").asText())
                .isEqualTo("1");
    }

    @BeforeEach
    void putBait() throws IOException {
        file = Files.writeString(folder.resolve("secret"), "<!ENTITY e \"" + SECRET + "\">");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a b=\"&e;\"/>",
                "<!DOCTYPE a SYSTEM \"%s\"><a>&e;</a>"
            })
    void an_entity_of_its_own_is_refused_and_read_from_nowhere(String document) {
        assertRefused(AnswerFormat.XML, document.formatted(file.toUri()));
        assertRefused(AnswerFormat.XML, document.formatted(address()));
        assertThat(hits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY %% e SYSTEM \"%s\"> %%e;]><a><pin>1</pin></a>",
                "<!DOCTYPE a SYSTEM \"%s\"><a><pin>1</pin></a>"
            })
    void what_a_document_type_definition_names_is_not_read(String document) throws UnreadableAnswerException {
        for (Object named : List.of(file.toUri(), address())) {
            assertThat(decode(AnswerFormat.XML, document.formatted(named))).hasToString("{\"pin\":\"1\"}");
        }
        assertThat(hits).hasValue(0);
    }

    @Test
    void entities_of_entities_are_not_unfolded() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }

        assertRefused(AnswerFormat.XML, "<!DOCTYPE a [" + entities + "]><a>&e29;</a>");
    }

    @Test
    void a_long_entity_is_not_repeated() {
        String entity = "<!ENTITY e \"" + "ha".repeat(50_000) + "\">";

        assertRefused(AnswerFormat.XML, "<!DOCTYPE a [" + entity + "]><a>" + "&e;".repeat(50_000) + "</a>");
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_64_levels_deep_at_most(AnswerFormat format) throws UnreadableAnswerException {
        assertThat(decode(format, nested(format, 64))).isNotEmpty();

        assertRefused(format, nested(format, 65));
        assertRefused(format, nested(format, 100_000));
    }

    @ParameterizedTest
    @CsvSource({"JSON, {} {}", "JSON, {}]", "JSON, {} x", "XML, <a/><b/>", "XML, <a/>text", "XML, <a></b>"})
    void nothing_follows_the_document(AnswerFormat format, String answer) {
        assertRefused(format, answer);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_body_is_no_document(AnswerFormat format) {
        assertRefused(format, "");
        assertRefused(format, " \r\n\t");
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/entity";
    }

    /** So many levels of lists, or of elements. */
    private static String nested(AnswerFormat format, int levels) {
        return format == AnswerFormat.JSON
                ? "[".repeat(levels) + "]".repeat(levels)
                : "<a>".repeat(levels) + "1" + "</a>".repeat(levels);
    }

    private static void assertRefused(AnswerFormat format, String answer) {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> decode(format, answer))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageNotContaining(SECRET);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    private static JsonNode decode(AnswerFormat format, String answer) throws UnreadableAnswerException {
        return format.decode(answer.getBytes(StandardCharsets.UTF_8));
    }
}
