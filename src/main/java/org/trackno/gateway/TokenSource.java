package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token that all calls to a carrier share. However many ask at once, one log-in is made; a token is used until shortly
 * before it expires or until it is refused.
 */
final class TokenSource {
    /** Used this long before the stated end a token is still good when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /**
     * A token.
     *
     * @param value as the carrier gave it
     * @param expiresAt when it ends
     */
    record Token(String value, Instant expiresAt) {}

    private final Clock clock;
    private final Supplier<Uni<Token>> logIn;
    private @Nullable Uni<Token> logInUnderWay;
    private @Nullable Token current;

    TokenSource(Clock clock, Supplier<Uni<Token>> logIn) {
        this.clock = clock;
        this.logIn = logIn;
    }

    /** The token's value. Fails as the log-in does; the next caller then tries anew. */
    synchronized Uni<String> token() {
        Token known = current;
        if (known != null && clock.instant().isBefore(known.expiresAt().minus(MARGIN))) {
            return Uni.createFrom().item(known.value());
        }
        Uni<Token> shared = logInUnderWay;
        if (shared == null) {
            shared = Uni.createFrom()
                    .deferred(() -> logIn.get())
                    .onItemOrFailure()
                    .invoke((token, failure) -> ended(token))
                    .memoize()
                    .indefinitely();
            logInUnderWay = shared;
        }
        return shared.map(Token::value);
    }

    /** Drops a token that was refused, unless a newer one took its place: many calls may carry it when it ends. */
    synchronized void drop(String refused) {
        if (current != null && current.value().equals(refused)) {
            current = null;
        }
    }

    private synchronized void ended(@Nullable Token token) {
        current = token;
        logInUnderWay = null;
    }
}
