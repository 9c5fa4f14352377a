package org.trackno.gateway;

import io.smallrye.mutiny.Uni;

/** Puts a shared token on a call, and drops it when the carrier refuses it. */
final class TokenAuthenticator implements Authenticator {
    /** Where a token goes. */
    interface Placement {
        /** The call with the token. */
        OutgoingCall place(OutgoingCall call, String token);
    }

    private final TokenSource tokens;
    private final Placement placement;

    TokenAuthenticator(TokenSource tokens, Placement placement) {
        this.tokens = tokens;
        this.placement = placement;
    }

    @Override
    public Uni<SignedCall> authenticate(OutgoingCall call) {
        return tokens.token().map(token -> new SignedCall(placement.place(call, token), token));
    }

    @Override
    public boolean refused(SignedCall call) {
        tokens.drop(call.token());
        return true;
    }
}
