package org.trackno.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Authentication.Basic;
import org.trackno.carrier.manifest.Authentication.ClientCredentials;
import org.trackno.carrier.manifest.Authentication.Headers;
import org.trackno.carrier.manifest.Authentication.QueryKey;
import org.trackno.carrier.manifest.Authentication.SoapLogin;
import org.trackno.support.Json;

/** Looks at the credentials of calls, by the authentication scheme of the carrier's manifest. */
final class AccessControl {
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Authentication authentication;
    private final SandboxFile.@Nullable Login login;
    private final TokenIssuer tokens;
    private final Map<String, String> credentials;

    AccessControl(
            String carrierId, Authentication authentication, SandboxFile.@Nullable Login login, TokenIssuer tokens) {
        this.authentication = authentication;
        this.login = login;
        this.tokens = tokens;
        this.credentials = authentication.credentials().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> "sandbox-" + carrierId + "-" + name));
    }

    /** What the carrier wants to see, by credential name. */
    Map<String, String> credentials() {
        return credentials;
    }

    /** Where tokens are given out, below the carrier's base address; empty when calls carry the credentials themselves. */
    Optional<String> tokenPath() {
        if (authentication instanceof ClientCredentials oauth) {
            return Optional.of(oauth.tokenPath());
        }
        return authentication instanceof SoapLogin soap ? Optional.of(soap.path()) : Optional.empty();
    }

    /** Whether a tracking call may be answered. */
    boolean admits(Request request) {
        if (authentication instanceof Headers headers) {
            return headers.headers().entrySet().stream()
                    .allMatch(e -> credential(e.getValue()).equals(request.getHeader(e.getKey())));
        }
        if (authentication instanceof QueryKey key) {
            QueryParameter given = request.queryParameter(key.parameter());
            return given.isPresent() && given.containsValue(credential(key.credential()));
        }
        if (authentication instanceof Basic basic) {
            return isBasic(request, basic.username(), basic.password());
        }
        if (authentication instanceof ClientCredentials) {
            String header = String.valueOf(request.getHeader(AUTHORIZATION));
            return header.startsWith(BEARER) && tokens.accepts(header.substring(BEARER.length()));
        }
        return login == null || tokens.accepts(SoapBody.text(request, login.token()));
    }

    /** Whether a log-in call may be answered with a token. */
    boolean admitsLogin(Request request) {
        if (authentication instanceof ClientCredentials oauth) {
            return switch (oauth.clientAuthentication()) {
                case BASIC -> isBasic(request, "client-id", "client-secret") && isGrant(form(request, "grant_type"));
                case FORM ->
                    isClient(form(request, "client_id"), form(request, "client_secret"))
                            && isGrant(form(request, "grant_type"));
                case JSON ->
                    isClient(
                                    json(request).path("client_id").asText(),
                                    json(request).path("client_secret").asText())
                            && isGrant(json(request).path("grant_type").asText());
            };
        }
        return login != null
                && login.credentials().entrySet().stream()
                        .allMatch(e -> credential(e.getKey()).equals(SoapBody.text(request, e.getValue())));
    }

    private boolean isClient(String id, String secret) {
        return credential("client-id").equals(id) && credential("client-secret").equals(secret);
    }

    private static boolean isGrant(String grantType) {
        return grantType.equals("client_credentials");
    }

    private boolean isBasic(Request request, String username, String password) {
        String pair = credential(username) + ":" + credential(password);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return expected.equals(request.getHeader(AUTHORIZATION));
    }

    private String credential(String name) {
        String value = credentials.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the manifest names no credential " + name);
        }
        return value;
    }

    private static String form(Request request, String name) {
        FormParameter parameter = request.formParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }

    private static JsonNode json(Request request) {
        try {
            return Json.MAPPER.readTree(request.getBodyAsString());
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode();
        }
    }
}
