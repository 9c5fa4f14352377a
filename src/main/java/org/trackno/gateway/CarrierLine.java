package org.trackno.gateway;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.gateway.Authenticator.SignedCall;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.support.SystemBeans.Jitter;

/** The line to one carrier: how its calls are signed, guarded, gathered and read. */
final class CarrierLine {
    /** One try, from connecting to the last byte. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);
    /** All tries together; a person waits less long, see the look-up. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
    /** How long a refusal of ours keeps a carrier flagged without being tried. */
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(60);

    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(60);

    private final CarrierAdapter adapter;
    private final CarrierSettings settings;
    private final Authenticator authenticator;
    private final CarrierHttp http;
    private final CarrierGuard guard;
    private final BatchGatherer gatherer;
    private final Clock clock;

    private volatile @Nullable Instant lastSuccessAt;
    private volatile @Nullable Instant lastFailureAt;
    private volatile @Nullable FailureKind lastFailure;
    private volatile @Nullable Pause pause;

    /** Why the carrier is not asked for a while. */
    private record Pause(Instant until, FailureKind kind) {}

    CarrierLine(
            Manifest manifest,
            CarrierAdapter adapter,
            CarrierSettings settings,
            Authenticator authenticator,
            CarrierHttp http,
            Clock clock,
            Jitter jitter) {
        this.adapter = adapter;
        this.settings = settings;
        this.authenticator = authenticator;
        this.http = http;
        this.clock = clock;
        this.guard = new CarrierGuard(manifest.id(), manifest.limits().concurrency(), CALL_TIMEOUT, jitter);
        int batchSize = manifest.request() == null ? 1 : manifest.request().batchSize();
        this.gatherer = new BatchGatherer(batchSize, this::callAll);
    }

    Uni<Fetched> fetch(TrackingNumber number) {
        return gatherer.fetch(number);
    }

    CarrierHealth health() {
        Pause now = activePause();
        CarrierHealth.State state;
        if (now != null) {
            state = now.kind() == FailureKind.REFUSED ? CarrierHealth.State.REFUSED : CarrierHealth.State.PAUSED;
        } else if (guard.breaker() == CircuitBreakerState.OPEN) {
            state = CarrierHealth.State.DOWN;
        } else {
            state = lastFailureAt != null && (lastSuccessAt == null || lastFailureAt.isAfter(lastSuccessAt))
                    ? CarrierHealth.State.FAILING
                    : CarrierHealth.State.UP;
        }
        return new CarrierHealth(state, lastSuccessAt, lastFailureAt, lastFailure, now == null ? null : now.until());
    }

    /** One call for these numbers, at most as many as the carrier takes at once. */
    private Uni<Map<TrackingNumber, Fetched>> callAll(List<TrackingNumber> numbers) {
        Instant startedAt = clock.instant();
        AtomicInteger attempts = new AtomicInteger();
        TrackingQuery query = new TrackingQuery(numbers, null);
        CarrierRequest request = adapter.requests(query).get(0);
        Pause now = activePause();
        Uni<Exchange> exchange = now != null
                ? Uni.createFrom().item(Exchange.unanswered(paused(now)))
                : guard.call(() -> attempt(request, attempts, true));
        return exchange.ifNoItem()
                .after(CALL_TIMEOUT)
                .failWith(() -> new CallFailure(FailureKind.TIMEOUT, "no answer within all tries"))
                .onFailure(CallFailure.class)
                .recoverWithItem(failure -> ((CallFailure) failure).exchange())
                .invoke(this::remember)
                .map(done -> split(numbers, done, startedAt, attempts.get()));
    }

    private Map<TrackingNumber, Fetched> split(
            List<TrackingNumber> numbers, Exchange done, Instant startedAt, int attempts) {
        Duration took = Duration.between(startedAt, clock.instant());
        Map<TrackingNumber, Fetched> fetched = new HashMap<>();
        for (TrackingNumber number : numbers) {
            fetched.put(number, new Fetched(done.outcome(number), done.answer(), startedAt, took, attempts));
        }
        return fetched;
    }

    private Uni<Exchange> attempt(CarrierRequest request, AtomicInteger attempts, boolean mayLogInAgain) {
        attempts.incrementAndGet();
        return authenticator
                .authenticate(OutgoingCall.of(settings.baseUrl(), request))
                .flatMap(signed -> http.send(signed.call(), ATTEMPT_TIMEOUT)
                        .map(answer -> read(answer, request))
                        .flatMap(exchange -> judge(exchange, request, attempts, mayLogInAgain, signed)));
    }

    private Uni<Exchange> judge(
            Exchange exchange,
            CarrierRequest request,
            AtomicInteger attempts,
            boolean mayLogInAgain,
            SignedCall signed) {
        if (!exchange.isFailure()) {
            return Uni.createFrom().item(exchange);
        }
        boolean refused = exchange.failure().kind() == FailureKind.REFUSED;
        if (refused && mayLogInAgain && authenticator.refused(signed)) {
            return attempt(request, attempts, false);
        }
        return Uni.createFrom().failure(new CallFailure(exchange, exchange.failure()));
    }

    private Exchange read(CarrierAnswer answer, CarrierRequest request) {
        Map<TrackingNumber, TrackingOutcome> outcomes = new HashMap<>();
        for (TrackingNumber number : request.numbers()) {
            outcomes.put(number, adapter.read(answer, TrackingQuery.of(number)));
        }
        return new Exchange(answer, outcomes, null);
    }

    private void remember(Exchange exchange) {
        boolean answered = !exchange.isFailure() || exchange.failure().kind().blame() == FailureKind.Blame.CALLER;
        if (answered) {
            lastSuccessAt = clock.instant();
            return;
        }
        Failed failed = exchange.failure();
        lastFailureAt = clock.instant();
        lastFailure = failed.kind();
        if (failed.kind() == FailureKind.REFUSED) {
            pause = new Pause(clock.instant().plus(REFUSED_PAUSE), FailureKind.REFUSED);
        } else if (failed.retryAfter() != null || failed.kind() == FailureKind.OVER_QUOTA) {
            Duration wait = failed.retryAfter() == null ? DEFAULT_PAUSE : failed.retryAfter();
            pause = new Pause(clock.instant().plus(wait), failed.kind());
        }
    }

    private @Nullable Pause activePause() {
        Pause known = pause;
        return known != null && clock.instant().isBefore(known.until()) ? known : null;
    }

    private Failed paused(Pause now) {
        String detail = now.kind() == FailureKind.REFUSED
                ? "the carrier refuses our credentials"
                : "the carrier asked us to wait";
        return new Failed(now.kind(), detail, Duration.between(clock.instant(), now.until()));
    }
}
