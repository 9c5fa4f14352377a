package org.trackno.sandbox;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.carrier.format.UnreadableAnswerException;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Authentication.ClientAuthentication;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.support.Json;

/** Calls a simulated carrier as its manifest says, with credentials that a test may spoil. */
final class CarrierCaller {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CarrierFolder folder;
    private final String baseUrl;
    private final Map<String, String> credentials;

    CarrierCaller(CarrierFolder folder, String baseUrl, Map<String, String> credentials) {
        this.folder = folder;
        this.baseUrl = baseUrl;
        this.credentials = credentials;
    }

    /** What the adapter reads from the answer about one number. */
    TrackingOutcome track(String number) {
        TrackingQuery query = TrackingQuery.of(new TrackingNumber(number));
        return folder.adapter().orElseThrow().read(answer(ask(number, logIn())), query);
    }

    /** The answer to a call about these numbers. */
    HttpResponse<byte[]> ask(String numbers, String token) {
        return send(request(numbers, token));
    }

    /** The same without any credentials. */
    HttpResponse<byte[]> askWithoutCredentials(String number) {
        CarrierRequest request = carrierRequest(number);
        return send(builder(request, Map.of(), request.body()));
    }

    HttpRequest.Builder request(String numbers, String token) {
        CarrierRequest request = carrierRequest(numbers);
        String body = request.body();
        for (Map.Entry<String, String> credential : credentials.entrySet()) {
            body = body == null ? null : body.replace("{" + credential.getKey() + "}", credential.getValue());
        }
        return builder(request, authentication(token), body == null ? null : body.replace("{token}", token));
    }

    /** A token, or blank when none is needed or none is given. */
    String logIn() {
        Authentication scheme = folder.manifest().authentication();
        if (scheme instanceof Authentication.ClientCredentials oauth) {
            return json(send(logIn(oauth)).body(), "access_token");
        }
        if (scheme instanceof Authentication.SoapLogin soap) {
            return xml(send(logIn(soap)).body()).at(soap.tokenAt()).asText("");
        }
        return "";
    }

    static CarrierAnswer answer(HttpResponse<byte[]> response) {
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
        return new CarrierAnswer(response.statusCode(), response.body(), retryAfter);
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder logIn(Authentication.ClientCredentials oauth) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + oauth.tokenPath()));
        if (oauth.clientAuthentication() == ClientAuthentication.JSON) {
            Map<String, String> body = Map.of(
                    "grant_type", "client_credentials",
                    "client_id", credentials.get("client-id"),
                    "client_secret", credentials.get("client-secret"));
            return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(Json.line(body)));
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", basic("client-id", "client-secret"))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    }

    private HttpRequest.Builder logIn(Authentication.SoapLogin soap) {
        String body = folder.text(soap.body());
        for (Map.Entry<String, String> credential : credentials.entrySet()) {
            body = body.replace("{" + credential.getKey() + "}", credential.getValue());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + soap.path()));
        soap.headers().forEach(request::header);
        return request.POST(BodyPublishers.ofString(body));
    }

    private Map<String, String> authentication(String token) {
        Authentication scheme = folder.manifest().authentication();
        Map<String, String> headers = new LinkedHashMap<>();
        if (scheme instanceof Authentication.Headers keys) {
            keys.headers().forEach((header, credential) -> headers.put(header, credentials.get(credential)));
        } else if (scheme instanceof Authentication.Basic basic) {
            headers.put("Authorization", basic(basic.username(), basic.password()));
        } else if (scheme instanceof Authentication.ClientCredentials) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private String basic(String username, String password) {
        String pair = credentials.get(username) + ":" + credentials.get(password);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private CarrierRequest carrierRequest(String numbers) {
        List<TrackingNumber> list =
                Arrays.stream(numbers.split(",")).map(TrackingNumber::new).toList();
        return folder.adapter()
                .orElseThrow()
                .requests(new TrackingQuery(list, null))
                .get(0);
    }

    private HttpRequest.Builder builder(CarrierRequest request, Map<String, String> headers, @Nullable String body) {
        String query = request.query().entrySet().stream()
                .map(e -> e.getKey() + "=" + encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(baseUrl + request.path() + "?" + query));
        request.headers().forEach(builder::header);
        headers.forEach(builder::header);
        return builder.method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static JsonNode xml(byte[] body) {
        try {
            return AnswerFormat.XML.decode(body);
        } catch (UnreadableAnswerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(byte[] body, String field) {
        try {
            return Json.MAPPER.readTree(body).path(field).asText("");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
