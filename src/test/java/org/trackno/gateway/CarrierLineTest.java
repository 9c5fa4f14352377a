package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.gateway.Authenticator.SignedCall;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.store.CarrierAccount;
import org.trackno.store.LostDatabase;
import org.trackno.support.SystemBeans.Jitter;
import org.trackno.testkit.SteppingClock;

/** A line to a carrier that bears one call at a time and wants a log-in for each. */
class CarrierLineTest {
    private static final int PLENTY_OF_SECONDS = 30;

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Vertx vertx = Vertx.vertx();
    private final LostDatabase database = new LostDatabase(vertx);
    private final CarrierHttp http = new CarrierHttp(vertx, clock);
    private final BlockingQueue<UniEmitter<? super SignedCall>> logIns = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> logInCancelled = new CompletableFuture<>();
    private final CarrierLine line = line();

    @AfterEach
    void close() {
        http.close();
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_was_asked_for_eight_seconds_ago_is_given_up_and_cancelled() throws Exception {
        CompletableFuture<Fetched> first = fetch("RB417526304GB", Priority.PERSON);
        UniEmitter<? super SignedCall> logIn = logIns.poll(PLENTY_OF_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Fetched> waiting = fetch("RB417526318GB", Priority.BACKGROUND);
        clock.advance(Duration.ofSeconds(7));
        logIn.fail(CallFailure.of(FailureKind.UNAVAILABLE, "made up"));

        assertThat(first.get(PLENTY_OF_SECONDS, TimeUnit.SECONDS).outcome()).isInstanceOf(Failed.class);
        Fetched givenUp = waiting.get(PLENTY_OF_SECONDS, TimeUnit.SECONDS);

        assertThat(givenUp.outcome()).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.kind())
                .isEqualTo(FailureKind.TIMEOUT));
        assertThat(givenUp.attempts()).isZero();
        logInCancelled.get(PLENTY_OF_SECONDS, TimeUnit.SECONDS);
        assertThat(logIns).hasSize(1); // that of the one given up, which nobody answered
    }

    private CompletableFuture<Fetched> fetch(String number, Priority priority) {
        return line.fetch(new TrackingNumber(number), priority).subscribeAsCompletionStage();
    }

    private CarrierLine line() {
        CarrierFolder folder = Catalogue.bundled().find("royal-mail").orElseThrow();
        CarrierSettings settings = new CarrierSettings(
                URI.create("http://127.0.0.1"),
                Map.of(),
                new CarrierAccount("royal-mail", "made up"),
                new Manifest.Limits(null, null, 1, null));
        return new CarrierLine(
                folder.manifest(),
                folder.adapter().orElseThrow(),
                settings,
                call -> Uni.createFrom()
                        .<SignedCall>emitter(logIns::add)
                        .onCancellation()
                        .invoke(() -> logInCancelled.complete(null)),
                new CallMetrics(new SimpleMeterRegistry(), folder.manifest().id(), clock),
                new CarrierLine.Shared(
                        http, new Pauses(database.pauses(), clock), database.quotas(), clock, new Jitter(() -> 0)));
    }
}
