package org.trackno.carrier.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier wants to see before it answers. The manifest names credentials; their values come from the configuration
 * only, as {@code trackno.carriers.<id>.<name>}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "scheme")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Authentication.None.class, name = "none"),
    @JsonSubTypes.Type(value = Authentication.Headers.class, name = "headers"),
    @JsonSubTypes.Type(value = Authentication.QueryKey.class, name = "query-key"),
    @JsonSubTypes.Type(value = Authentication.Basic.class, name = "basic"),
    @JsonSubTypes.Type(value = Authentication.ClientCredentials.class, name = "oauth2-client-credentials"),
    @JsonSubTypes.Type(value = Authentication.SoapLogin.class, name = "soap-login")
})
public sealed interface Authentication {
    /** The names of the credentials that must be configured. */
    List<String> credentials();

    /** The names of those that say who asks, not that it is really them; all of them where none is a name. */
    default List<String> identity() {
        List<String> names = credentials().stream()
                .filter(credential -> credential.endsWith("id") || credential.endsWith("name"))
                .toList();
        return names.isEmpty() ? credentials() : names;
    }

    /** Open to everybody. */
    record None() implements Authentication {
        @Override
        public List<String> credentials() {
            return List.of();
        }
    }

    /**
     * Keys in headers.
     *
     * @param headers header name to credential name
     */
    record Headers(@JsonProperty(required = true) Map<String, String> headers) implements Authentication {
        @Override
        public List<String> credentials() {
            return List.copyOf(headers.values());
        }
    }

    /**
     * A key in the query.
     *
     * @param parameter its name
     * @param credential the key
     */
    record QueryKey(@JsonProperty(required = true) String parameter, @JsonProperty(required = true) String credential)
            implements Authentication {
        @Override
        public List<String> credentials() {
            return List.of(credential);
        }
    }

    /**
     * RFC 7617.
     *
     * @param username credential name
     * @param password credential name
     */
    record Basic(@JsonProperty(required = true) String username, @JsonProperty(required = true) String password)
            implements Authentication {
        @Override
        public List<String> credentials() {
            return List.of(username, password);
        }
    }

    /**
     * RFC 6749 section 4.4, with the credentials {@code client-id} and {@code client-secret}.
     *
     * @param tokenPath below the base address
     * @param clientAuthentication where the client's own credentials go
     * @param scope asked for; null for none
     */
    record ClientCredentials(
            @JsonProperty(required = true) String tokenPath,
            @JsonProperty(required = true) ClientAuthentication clientAuthentication,
            @Nullable String scope)
            implements Authentication {
        @Override
        public List<String> credentials() {
            return List.of("client-id", "client-secret");
        }
    }

    /** Where an OAuth2 client puts its own credentials when it asks for a token. */
    enum ClientAuthentication {
        /** In a Basic header, RFC 6749 section 2.3.1. */
        BASIC,
        /** In the form body. */
        FORM,
        /** In a JSON body, against the standard but in use. */
        JSON
    }

    /**
     * A log-in call that gives a token to put into the body of every other call, as {@code {token}}; the other calls may
     * name credentials too, as {@code {credential}}.
     *
     * @param path of the log-in call, below the base address
     * @param body file of the folder with the log-in call; names credentials as {@code {credential}}
     * @param headers of the log-in call
     * @param tokenAt JSON pointer to the token in the answer
     * @param credentials the names of the credentials
     */
    record SoapLogin(
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String body,
            Map<String, String> headers,
            @JsonProperty(required = true) JsonPointer tokenAt,
            @JsonProperty(required = true) List<String> credentials)
            implements Authentication {
        public SoapLogin {
            headers = headers == null ? Map.of() : headers;
            credentials = List.copyOf(credentials);
        }
    }
}
