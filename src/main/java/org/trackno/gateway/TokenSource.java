package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<@Nullable Uni<Token>> current = new AtomicReference<>();
    private volatile Instant goodUntil = Instant.MIN;

    TokenSource(Clock clock, Supplier<Uni<Token>> logIn) {
        this.clock = clock;
        this.logIn = logIn;
    }

    /** The token's value. Fails as the log-in does; the next caller then tries anew. */
    Uni<String> token() {
        Uni<Token> shared = current.get();
        if (shared != null && clock.instant().isAfter(goodUntil)) {
            current.compareAndSet(shared, null);
            shared = null;
        }
        if (shared == null) {
            shared = logInOnce();
        }
        return shared.map(Token::value);
    }

    /** Drops the token, so that the next call logs in. */
    void drop() {
        current.set(null);
    }

    private synchronized Uni<Token> logInOnce() {
        Uni<Token> running = current.get();
        if (running != null) {
            return running;
        }
        goodUntil = Instant.MAX;
        AtomicReference<@Nullable Uni<Token>> self = new AtomicReference<>();
        Uni<Token> fresh = Uni.createFrom()
                .deferred(() -> logIn.get())
                .onItem()
                .invoke(token -> goodUntil = token.expiresAt().minus(MARGIN))
                .onFailure()
                .invoke(() -> current.compareAndSet(self.get(), null))
                .memoize()
                .indefinitely();
        self.set(fresh);
        current.set(fresh);
        return fresh;
    }
}
