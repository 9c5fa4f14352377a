package org.trackno.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Authentication.ClientAuthentication;
import org.trackno.carrier.manifest.Authentication.ClientCredentials;
import org.trackno.carrier.manifest.Authentication.SoapLogin;
import org.trackno.gateway.TokenSource.Token;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.support.Json;

/** Makes the authenticator of a carrier from its manifest and settings. Its log-ins are measured: the ledger has no row for them. */
@ApplicationScoped
class Authenticators {
    private static final Duration LOG_IN_TIMEOUT = Duration.ofSeconds(5);
    /** For tokens whose end the carrier does not state. */
    private static final Duration UNSTATED_LIFE = Duration.ofMinutes(30);

    private final CarrierHttp http;
    private final Clock clock;

    Authenticators(CarrierHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    Authenticator of(CarrierFolder folder, Authentication scheme, CarrierSettings settings, CallMetrics metrics) {
        if (scheme instanceof ClientCredentials oauth) {
            TokenSource tokens = new TokenSource(clock, () -> measured(clientCredentials(oauth, settings), metrics));
            return new TokenAuthenticator(tokens, (call, token) -> call.withHeader("Authorization", "Bearer " + token));
        }
        if (scheme instanceof SoapLogin soap) {
            TokenSource tokens = new TokenSource(
                    clock, () -> measured(soapLogin(folder.text(soap.body()), soap, settings), metrics));
            return new TokenAuthenticator(tokens, (call, token) -> {
                String body = call.body() == null ? "" : call.body();
                return call.withBody(withCredentials(body, soap, settings).replace("{token}", escapeXml(token)));
            });
        }
        return Authenticator.ofStatic(scheme, settings);
    }

    private Uni<Token> measured(Uni<Token> logIn, CallMetrics metrics) {
        Instant start = clock.instant();
        return logIn.invoke(token -> metrics.loggedIn("LOGGED_IN", Duration.between(start, clock.instant())))
                .onFailure(CallFailure.class)
                .invoke(failure -> metrics.loggedIn(
                        ((CallFailure) failure).failed().kind().name(), Duration.between(start, clock.instant())));
    }

    private Uni<Token> clientCredentials(ClientCredentials oauth, CarrierSettings settings) {
        String id = settings.credential("client-id");
        String secret = settings.credential("client-secret");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        if (oauth.scope() != null) {
            fields.put("scope", oauth.scope());
        }
        Map<String, String> headers = new LinkedHashMap<>(CarrierHttp.formHeaders());
        if (oauth.clientAuthentication() == ClientAuthentication.BASIC) {
            headers.put("Authorization", Authenticator.basic(id, secret));
        } else {
            fields.put("client_id", id);
            fields.put("client_secret", secret);
        }
        boolean json = oauth.clientAuthentication() == ClientAuthentication.JSON;
        if (json) {
            headers.put("Content-Type", "application/json");
        }
        String body = json ? Json.line(fields) : form(fields);
        return logIn(OutgoingCall.post(settings.baseUrl(), oauth.tokenPath(), headers, body), AnswerFormat.JSON)
                .map(answer -> token(
                        answer.path("access_token"), answer.path("expires_in").asLong(0)));
    }

    private Uni<Token> soapLogin(String template, SoapLogin soap, CarrierSettings settings) {
        String body = withCredentials(template, soap, settings);
        return logIn(OutgoingCall.post(settings.baseUrl(), soap.path(), soap.headers(), body), AnswerFormat.XML)
                .map(answer -> token(answer.at(soap.tokenAt()), 0));
    }

    /** Some services want the user's name beside the token in every call. */
    private static String withCredentials(String template, SoapLogin soap, CarrierSettings settings) {
        String body = template;
        for (String credential : soap.credentials()) {
            body = body.replace("{" + credential + "}", escapeXml(settings.credential(credential)));
        }
        return body;
    }

    private Uni<JsonNode> logIn(OutgoingCall call, AnswerFormat format) {
        return http.send(call, LOG_IN_TIMEOUT).map(answer -> {
            if (answer.status() < 200 || answer.status() >= 300) {
                throw failure(kind(answer, format), answer, "");
            }
            try {
                return format.decode(answer.body());
            } catch (IOException e) {
                throw failure(FailureKind.UNREADABLE, answer, ", " + e.getMessage());
            }
        });
    }

    private static CallFailure failure(FailureKind kind, CarrierAnswer answer, String more) {
        return CallFailure.of(
                new Failed(kind, "the log-in answers HTTP " + answer.status() + more, answer.retryAfter()));
    }

    private static FailureKind kind(CarrierAnswer answer, AnswerFormat format) {
        if (answer.status() == 429) {
            return FailureKind.OVER_QUOTA;
        }
        return answer.status() >= 500 && !isSoapFault(answer, format) ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
    }

    /** SOAP 1.1 wants 500 for every fault, refused credentials included. */
    private static boolean isSoapFault(CarrierAnswer answer, AnswerFormat format) {
        if (answer.status() != 500 || format != AnswerFormat.XML) {
            return false;
        }
        try {
            return format.decode(answer.body()).at("/Body").has("Fault");
        } catch (IOException e) {
            return false;
        }
    }

    private Token token(JsonNode value, long expiresInSeconds) {
        if (value.asText("").isBlank()) {
            throw CallFailure.of(FailureKind.REFUSED, "the log-in gives no token");
        }
        Duration life = expiresInSeconds > 0 ? Duration.ofSeconds(expiresInSeconds) : UNSTATED_LIFE;
        return new Token(value.asText(), clock.instant().plus(life));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String escapeXml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
