package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.gateway.Authenticator.SignedCall;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.store.CarrierPauses.CarrierPause;

/**
 * Makes the calls to one carrier, one at a time: is it left alone, what does it want to see, is there a call left of the
 * quota; then the call, and what the answer says. All of these come before each try, because a try may be the one too many.
 */
final class CarrierCaller {
    /** One call, from connecting to the last byte. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
    /** For a carrier that says "too often" and not how long to wait. */
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(60);

    private final CarrierAdapter adapter;
    private final CarrierSettings settings;
    private final Authenticator authenticator;
    private final CarrierHttp http;
    private final Pauses pauses;
    private final CallQuota quota;
    private final HealthLog log;
    private final CallMetrics metrics;
    private final Clock clock;

    CarrierCaller(
            CarrierAdapter adapter,
            CarrierSettings settings,
            Authenticator authenticator,
            CarrierHttp http,
            Pauses pauses,
            CallQuota quota,
            HealthLog log,
            CallMetrics metrics,
            Clock clock) {
        this.adapter = adapter;
        this.settings = settings;
        this.authenticator = authenticator;
        this.http = http;
        this.pauses = pauses;
        this.quota = quota;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** One try. Fails with {@link CallFailure}, which says whether the carrier was asked at all. */
    Uni<Exchange> call(Fetch fetch) {
        return pauses.find(settings.account())
                .flatMap(pause -> {
                    Optional<Failed> refusal = refusal(pause);
                    return refusal.isPresent()
                            ? Uni.createFrom().failure(CallFailure.refused(refusal.get()))
                            : signAndSend(fetch, true);
                })
                .onFailure(CallFailure.class)
                .call(failure -> remember((CallFailure) failure));
    }

    private Optional<Failed> refusal(Optional<CarrierPause> pause) {
        Instant now = clock.instant();
        return log.refusedUntil()
                .map(until -> new Failed(
                        FailureKind.REFUSED, "the carrier refuses our credentials", Duration.between(now, until)))
                .or(() -> pause.map(known -> new Failed(
                        known.kind(), "the carrier asked us to wait", Duration.between(now, known.until()))));
    }

    private Uni<Exchange> signAndSend(Fetch fetch, boolean mayLogInAgain) {
        CarrierRequest request =
                adapter.requests(new TrackingQuery(fetch.numbers(), null)).get(0);
        return authenticator
                .authenticate(OutgoingCall.of(settings.baseUrl(), request))
                .call(() -> quota.take(fetch.priority(), fetch.deadline()))
                .flatMap(signed -> send(signed, request, fetch)
                        .flatMap(exchange -> judge(exchange, signed, fetch, mayLogInAgain)));
    }

    private Uni<Exchange> send(SignedCall signed, CarrierRequest request, Fetch fetch) {
        Instant start = clock.instant();
        if (!fetch.deadline().allowsStartAt(start)) {
            return Uni.createFrom()
                    .failure(CallFailure.refused(new Failed(FailureKind.TIMEOUT, "it took too long to log in")));
        }
        fetch.calls().incrementAndGet();
        return http.send(signed.call(), fetch.deadline().left(start, CALL_TIMEOUT))
                .map(answer -> new Exchange(answer, adapter.readEach(answer, request.numbers()), null))
                .invoke(exchange -> metrics.called(exchange.name(), Duration.between(start, clock.instant())))
                .onFailure(CallFailure.class)
                .invoke(failure -> metrics.called(
                        ((CallFailure) failure).failed().kind().name(), Duration.between(start, clock.instant())));
    }

    private Uni<Exchange> judge(Exchange exchange, SignedCall signed, Fetch fetch, boolean mayLogInAgain) {
        if (!exchange.isFailure()) {
            log.succeeded();
            return Uni.createFrom().item(exchange);
        }
        boolean refused = exchange.failure().kind() == FailureKind.REFUSED;
        if (refused && mayLogInAgain && authenticator.refused(signed)) {
            return signAndSend(fetch, false);
        }
        return Uni.createFrom().failure(CallFailure.of(exchange));
    }

    /** Ends when all processes know what the carrier asks for. */
    private Uni<Void> remember(CallFailure failure) {
        Failed failed = failure.failed();
        if (failure.isRefusedByUs()) {
            return Uni.createFrom().voidItem();
        }
        if (failed.kind().blame() == FailureKind.Blame.CALLER) {
            log.succeeded();
            return Uni.createFrom().voidItem();
        }
        log.failed(failed.kind());
        Duration wait = failed.retryAfter();
        if (wait == null && failed.kind() != FailureKind.OVER_QUOTA) {
            return Uni.createFrom().voidItem();
        }
        Instant until = clock.instant().plus(wait == null ? DEFAULT_PAUSE : wait);
        return pauses.begin(new CarrierPause(settings.account(), failed.kind(), until));
    }
}
