package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.trackno.carrier.manifest.Authentication;

/** Puts a carrier's credentials on a call. */
interface Authenticator {
    /** The call with everything the carrier wants to see. */
    Uni<OutgoingCall> authenticate(OutgoingCall call);

    /**
     * Hears that the carrier refused the credentials.
     *
     * @return whether trying again once makes sense, because a token was dropped
     */
    default boolean refused() {
        return false;
    }

    /** The authenticator of a scheme that needs no call of its own. */
    static Authenticator ofStatic(Authentication scheme, CarrierSettings settings) {
        if (scheme instanceof Authentication.Headers keys) {
            return call -> Uni.createFrom().item(withHeaders(call, keys.headers(), settings));
        }
        if (scheme instanceof Authentication.QueryKey key) {
            return call ->
                    Uni.createFrom().item(call.withParameter(key.parameter(), settings.credential(key.credential())));
        }
        if (scheme instanceof Authentication.Basic basic) {
            String header = basic(settings.credential(basic.username()), settings.credential(basic.password()));
            return call -> Uni.createFrom().item(call.withHeader("Authorization", header));
        }
        return call -> Uni.createFrom().item(call);
    }

    private static OutgoingCall withHeaders(OutgoingCall call, Map<String, String> keys, CarrierSettings settings) {
        OutgoingCall signed = call;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            signed = signed.withHeader(key.getKey(), settings.credential(key.getValue()));
        }
        return signed;
    }

    /** RFC 7617, with UTF-8. */
    static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
