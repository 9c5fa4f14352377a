package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.gateway.CallQueue.Batch;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.store.CarrierQuotas;
import org.trackno.support.SystemBeans.Jitter;

/** The line to one carrier: its queue, its guards and its quota, made once because they hold the state. */
final class CarrierLine {
    private static final Duration AT_LEAST = Duration.ofMillis(1);

    private final CarrierSettings settings;
    private final CarrierCaller caller;
    private final CarrierGuard guard;
    private final CallQuota quota;
    private final CallQueue queue;
    private final HealthLog log;
    private final Pauses pauses;
    private final Clock clock;

    /** What all lines share. */
    record Shared(CarrierHttp http, Pauses pauses, CarrierQuotas quotas, Clock clock, Jitter jitter) {}

    CarrierLine(
            Manifest manifest,
            CarrierAdapter adapter,
            CarrierSettings settings,
            Authenticator authenticator,
            CallMetrics metrics,
            Shared shared) {
        this.settings = settings;
        this.pauses = shared.pauses();
        this.clock = shared.clock();
        this.log = new HealthLog(manifest.id(), clock);
        this.quota = new CallQuota(shared.quotas(), settings.account(), settings.limits(), clock);
        this.guard = new CarrierGuard(manifest.id(), metrics, clock, shared.jitter());
        this.caller =
                new CarrierCaller(adapter, settings, authenticator, shared.http(), pauses, quota, log, metrics, clock);
        int batchSize = manifest.request() == null ? 1 : manifest.request().batchSize();
        this.queue = new CallQueue(batchSize, settings.limits().concurrency(), clock, CarrierLine::later, this::fetch);
        metrics.show(log, guard, queue, quota);
    }

    private static void later(Duration after, Runnable what) {
        Context context = Vertx.currentContext();
        if (after.isZero() && context != null) {
            context.runOnContext(ignored -> what.run());
        } else {
            Infrastructure.getDefaultWorkerPool().schedule(what, Math.max(1, after.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    /** What the carrier says about a number. Trouble is an outcome. */
    Uni<Fetched> fetch(TrackingNumber number, Priority priority) {
        return queue.fetch(number, priority)
                .onFailure(CallFailure.class)
                .recoverWithItem(failure ->
                        new Fetched(((CallFailure) failure).failed(), null, clock.instant(), Duration.ZERO, 0));
    }

    CarrierHealth health() {
        return log.health(guard.breaker(), pauses.known(settings.account()));
    }

    Uni<CarrierQuota> quota() {
        return quota.read();
    }

    Manifest.Limits limits() {
        return settings.limits();
    }

    private Uni<Map<TrackingNumber, Fetched>> fetch(Batch batch) {
        return ask(
                new Fetch(batch.numbers(), batch.priority(), batch.deadline(), clock.instant(), new AtomicInteger()));
    }

    private Uni<Map<TrackingNumber, Fetched>> ask(Fetch fetch) {
        Duration left = Duration.between(clock.instant(), fetch.deadline().end());
        return guard.call(() -> caller.call(fetch), fetch.deadline())
                .ifNoItem()
                .after(left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left)
                .failWith(() -> CallFailure.of(FailureKind.TIMEOUT, "no answer within all tries"))
                .onFailure(CallFailure.class)
                .recoverWithItem(failure -> ((CallFailure) failure).exchange())
                .flatMap(done -> isPerhapsForOneNumber(done, fetch) && guard.affords(2)
                        ? askHalves(fetch)
                        : Uni.createFrom().item(fetched(fetch, done)));
    }

    /** Some carriers refuse a whole call because of one number in it. */
    private static boolean isPerhapsForOneNumber(Exchange done, Fetch fetch) {
        if (fetch.numbers().size() == 1 || done.answer() == null || !done.isFailure()) {
            return false;
        }
        FailureKind kind = done.failure().kind();
        return kind == FailureKind.BAD_REQUEST || kind == FailureKind.INVALID_NUMBER;
    }

    private Uni<Map<TrackingNumber, Fetched>> askHalves(Fetch fetch) {
        List<TrackingNumber> numbers = fetch.numbers();
        int half = numbers.size() / 2;
        return ask(fetch.of(numbers.subList(0, half)))
                .flatMap(first -> ask(fetch.of(numbers.subList(half, numbers.size())))
                        .map(second -> {
                            Map<TrackingNumber, Fetched> both = new HashMap<>(first);
                            both.putAll(second);
                            return both;
                        }));
    }

    private Map<TrackingNumber, Fetched> fetched(Fetch fetch, Exchange done) {
        Instant start = fetch.startedAt();
        Duration took = Duration.between(start, clock.instant());
        Map<TrackingNumber, Fetched> fetched = new HashMap<>();
        for (TrackingNumber number : fetch.numbers()) {
            fetched.put(
                    number,
                    new Fetched(
                            done.outcome(number),
                            done.answer(),
                            start,
                            took,
                            fetch.calls().get()));
        }
        return fetched;
    }
}
