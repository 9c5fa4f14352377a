package org.trackno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.trackno.model.FailureKind;

/** What a carrier may answer instead of an answer, and what Trackno makes of it. Spread over carriers: each has its own breaker. */
enum Fault {
    HTML("royal-mail", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    200, "text/html", "<!doctype html><html><body><h1>We are improving things</h1></body></html>");
        }
    },
    TRUNCATED_JSON("dhl", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(200, "application/json", "{\"shipments\": [{\"id\": \"1\", \"events\": [{\"timesta");
        }
    },
    OTHER_JSON("usps", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(200, "application/json", "{\"weather\": {\"today\": \"rain\"}}");
        }
    },
    DEEPLY_NESTED("royal-mail", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(200, "application/json", "[".repeat(100_000));
        }
    },
    EXTERNAL_ENTITY("canada-post", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    200,
                    "application/xml",
                    """
                    <?xml version="1.0"?>
                    <!DOCTYPE tracking-detail [<!ENTITY stolen SYSTEM "file:///etc/passwd">]>
                    <tracking-detail><pin>&stolen;</pin><significant-events><occurrence>
                    <event-identifier>0170</event-identifier><event-date>2026-11-20</event-date>
                    <event-time>10:00:00</event-time><event-time-zone>EST</event-time-zone>
                    <event-description>&stolen;</event-description></occurrence></significant-events></tracking-detail>
                    """);
        }
    },
    ENTITY_BOMB("dpd", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            StringBuilder entities = new StringBuilder("<!ENTITY e0 \"ha\">");
            for (int i = 1; i < 30; i++) {
                entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
            }
            return answer(200, "text/xml", "<!DOCTYPE a [" + entities + "]><Envelope><Body>&e29;</Body></Envelope>");
        }
    },
    QUADRATIC_ENTITY("canada-post", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    200,
                    "application/xml",
                    "<!DOCTYPE a [<!ENTITY e \"" + "ha".repeat(50_000) + "\">]><tracking-detail><pin>"
                            + "&e;".repeat(50_000) + "</pin></tracking-detail>");
        }
    },
    GZIP_BOMB("ups", FailureKind.TOO_LARGE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(gzippedBlanks(50));
        }
    },
    EMPTY("ups", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(200, "application/json", "");
        }
    },
    ERROR_INSIDE_200("usps", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    200, "application/json", "{\"error\": {\"code\": \"503\", \"message\": \"Something is broken\"}}");
        }
    },
    PAGE_NOT_FOUND("canada-post", FailureKind.BAD_REQUEST, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(404, "text/html", "<html><body>Nothing at this address</body></html>");
        }
    },
    REQUEST_FAULTY("usps", FailureKind.BAD_REQUEST, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    400,
                    "application/json",
                    "{\"error\": {\"code\": \"400\", \"message\": \"A parameter is missing\"}}");
        }
    },
    FORBIDDEN("royal-mail", FailureKind.REFUSED, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(
                    403,
                    "application/json",
                    "{\"httpCode\": \"403\", \"httpMessage\": \"Forbidden\", \"moreInformation\": \"Not of this plan\"}");
        }
    },
    SERVER_ERROR("royal-mail", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(500, "text/plain", "oops");
        }
    },
    CONNECTION_RESET("dhl", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
        }
    },
    CONNECTION_CLOSED("ups", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
        }
    },
    GARBAGE("canada-post", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE);
        }
    },
    MALFORMED_CHUNK("dpd", FailureKind.UNAVAILABLE, 3) {
        @Override
        ResponseDefinitionBuilder response() {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK);
        }
    },
    REDIRECT("dhl", FailureKind.UNREADABLE, 1) {
        @Override
        ResponseDefinitionBuilder response() {
            return answer(302, "text/html", "").withHeader("Location", "/elsewhere");
        }
    };

    /** Whose calls are answered so. */
    final String carrier;
    /** What it is called. */
    final FailureKind kind;
    /** How often the carrier is called: more than once only where that can help. */
    final int attempts;

    Fault(String carrier, FailureKind kind, int attempts) {
        this.carrier = carrier;
        this.kind = kind;
        this.attempts = attempts;
    }

    abstract ResponseDefinitionBuilder response();

    private static ResponseDefinitionBuilder answer(int status, String type, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body);
    }

    private static byte[] gzippedBlanks(int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1024 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
