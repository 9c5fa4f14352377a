package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.trackno.carrier.manifest.Authentication;

/** Puts a carrier's credentials on a call. */
interface Authenticator {
    /** The call with everything the carrier wants to see. */
    Uni<SignedCall> authenticate(OutgoingCall call);

    /**
     * Hears that the carrier refused a call.
     *
     * @return whether trying again once makes sense, because the token it carried is not used any more
     */
    default boolean refused(SignedCall call) {
        return false;
    }

    /**
     * A call with credentials.
     *
     * @param call as it goes out
     * @param token the shared token it carries; blank when the scheme has none
     */
    record SignedCall(OutgoingCall call, String token) {
        private static Uni<SignedCall> withoutToken(OutgoingCall call) {
            return Uni.createFrom().item(new SignedCall(call, ""));
        }

        /** Never the token: calls end up in logs. */
        @Override
        public String toString() {
            return call.toString();
        }
    }

    /** The authenticator of a scheme that needs no call of its own. */
    static Authenticator ofStatic(Authentication scheme, CarrierSettings settings) {
        if (scheme instanceof Authentication.Headers keys) {
            return call -> SignedCall.withoutToken(withHeaders(call, keys.headers(), settings));
        }
        if (scheme instanceof Authentication.QueryKey key) {
            return call ->
                    SignedCall.withoutToken(call.withParameter(key.parameter(), settings.credential(key.credential())));
        }
        if (scheme instanceof Authentication.Basic basic) {
            String header = basic(settings.credential(basic.username()), settings.credential(basic.password()));
            return call -> SignedCall.withoutToken(call.withHeader("Authorization", header));
        }
        return SignedCall::withoutToken;
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
