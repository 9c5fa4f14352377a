package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.trackno.gateway.TokenSource.Token;
import org.trackno.testkit.SteppingClock;

/** However many ask, one log-in is made. */
class TokenSourceTest {
    private final Deque<UniEmitter<? super Token>> logIns = new ArrayDeque<>();
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final TokenSource tokens =
            new TokenSource(clock, () -> Uni.createFrom().<Token>emitter(waiting -> logIns.add(waiting)));

    @Test
    void whoeverAsksDuringALogInSharesIt() {
        UniAssertSubscriber<String> first = ask();
        UniAssertSubscriber<String> second = ask();

        logIn("one");

        first.assertItem("one");
        second.assertItem("one");
        ask().assertItem("one");
        assertThat(logIns).isEmpty();
    }

    @Test
    void aTokenIsRenewedShortlyBeforeItEnds() {
        ask();
        logIn("one");

        clock.advance(Duration.ofMinutes(60).minusSeconds(59));
        UniAssertSubscriber<String> later = ask();
        logIn("two");

        later.assertItem("two");
    }

    @Test
    void aRefusedTokenIsDroppedOnceHoweverManyCallsCarriedIt() {
        ask();
        logIn("one");

        tokens.drop("one");
        UniAssertSubscriber<String> again = ask();
        logIn("two");
        tokens.drop("one");

        again.assertItem("two");
        ask().assertItem("two");
        assertThat(logIns).isEmpty();
    }

    @Test
    void aFailedLogInIsTriedAnewByTheNextCaller() {
        UniAssertSubscriber<String> unlucky = ask();
        logIns.remove().fail(new IllegalStateException("down"));

        UniAssertSubscriber<String> next = ask();
        logIn("one");

        unlucky.assertFailedWith(IllegalStateException.class);
        next.assertItem("one");
    }

    private UniAssertSubscriber<String> ask() {
        return tokens.token().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void logIn(String value) {
        logIns.remove().complete(new Token(value, clock.instant().plus(Duration.ofMinutes(60))));
    }
}
