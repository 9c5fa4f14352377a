package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.support.SystemBeans.Jitter;
import org.trackno.testkit.SteppingClock;

/** Breaker and tries, by what reaches the carrier. */
class CarrierGuardTest {
    private static final Exchange ANSWER = new Exchange(null, Map.of(), null);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CarrierGuard guard =
            new CarrierGuard("test", new CallMetrics(registry, "test", clock), clock, new Jitter(() -> 0));
    private final List<Instant> calls = new ArrayList<>();

    @Test
    void a_carrier_that_always_fails_is_left_alone_but_for_one_probe_in_five_seconds() {
        Instant start = clock.instant();
        int untilOpen = 0;

        for (int i = 0; i < 6_000; i++) {
            ask(call -> failing(FailureKind.UNAVAILABLE));
            if (untilOpen == 0 && guard.breaker() == CircuitBreaker.State.OPEN) {
                untilOpen = calls.size();
            }
            clock.advance(MINUTE.dividedBy(6_000));
        }

        assertThat(untilOpen).isBetween(1, 20);
        assertThat(calls).hasSizeLessThanOrEqualTo(40);
        List<Instant> probes = calls.subList(untilOpen, calls.size());
        assertThat(probes).hasSizeBetween(10, 12);
        for (int i = 1; i < probes.size(); i++) {
            assertThat(Duration.between(probes.get(i - 1), probes.get(i)))
                    .isGreaterThanOrEqualTo(CarrierGuard.PROBE_INTERVAL);
        }
        assertThat(start).isBefore(clock.instant());
    }

    @Test
    void many_at_once_make_one_probe() {
        open();
        clock.advance(Duration.ofSeconds(6));
        calls.clear();

        for (int i = 0; i < 50; i++) {
            ask(call -> Uni.createFrom().nothing());
        }

        assertThat(calls).hasSize(1);
    }

    @Test
    void a_probe_that_is_answered_closes_the_breaker() {
        open();
        clock.advance(Duration.ofSeconds(6));

        ask(call -> Uni.createFrom().item(ANSWER)).assertItem(ANSWER);

        assertThat(guard.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void what_we_refuse_ourselves_neither_opens_nor_closes_the_breaker_nor_is_tried_again() {
        for (int i = 0; i < 1_000; i++) {
            ask(call -> refusedByUs()).assertFailedWith(CallFailure.class);
        }
        assertThat(guard.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(calls).hasSize(1_000);

        open();
        clock.advance(Duration.ofSeconds(6));
        ask(call -> refusedByUs());

        assertThat(guard.breaker()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        ask(call -> Uni.createFrom().item(ANSWER)).assertItem(ANSWER);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BAD_REQUEST", "INVALID_NUMBER", "REFUSED", "OVER_QUOTA", "UNREADABLE", "TIMEOUT", "TOO_LARGE"})
    void only_what_may_help_is_tried_again(FailureKind kind) {
        ask(call -> failing(kind)).assertFailedWith(CallFailure.class);

        assertThat(calls).hasSize(1);
    }

    @Test
    void a_carrier_that_says_when_to_come_back_is_not_asked_before() {
        ask(call -> Uni.createFrom()
                .failure(CallFailure.of(new Failed(FailureKind.UNAVAILABLE, "down", Duration.ofSeconds(1)))));

        assertThat(calls).hasSize(1);
    }

    @Test
    void half_of_all_calls_failing_costs_a_tenth_more_calls_and_no_breaker() {
        int fetches = 1_000;
        int most = 0;

        for (int i = 0; i < fetches; i++) {
            int before = calls.size();
            ask(call -> call % 2 == 0
                    ? failing(FailureKind.UNAVAILABLE)
                    : Uni.createFrom().item(ANSWER));
            most = Math.max(most, calls.size() - before);
        }

        assertThat(calls.size() - fetches).isBetween(10, fetches / 10 + 10);
        assertThat(most).isLessThanOrEqualTo(3);
        assertThat(guard.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(registry.counter("trackno.carrier.retries", "carrier", "test")
                        .count())
                .isEqualTo(calls.size() - fetches);
    }

    @Test
    void a_try_that_cannot_begin_in_time_is_not_begun() {
        Deadline over = new Deadline(clock.instant(), clock.instant().plusSeconds(5));

        guard.call(() -> called(call -> failing(FailureKind.UNAVAILABLE)), over)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(CallFailure.class);

        assertThat(calls).hasSize(1);
    }

    @Test
    void delays_are_spread_from_nothing_to_a_bound_that_doubles() {
        FullJitter backoff =
                new FullJitter(new Jitter(() -> ThreadLocalRandom.current().nextDouble()));

        for (int retry = 0; retry < 2; retry++) {
            int n = retry;
            long bound = 200L << retry;
            List<Long> delays = IntStream.range(0, 200)
                    .mapToObj(i -> backoff.before(n).toMillis())
                    .toList();

            assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(0L, bound - 1));
            assertThat(delays).anyMatch(delay -> delay < bound / 10).anyMatch(delay -> delay > bound * 9 / 10);
        }
    }

    @Test
    void the_delay_is_what_chance_says() {
        Deque<Double> chances = new ArrayDeque<>(List.of(0.0, 0.5, 0.999));
        FullJitter backoff = new FullJitter(new Jitter(chances::remove));

        assertThat(backoff.before(0)).isEqualTo(Duration.ZERO);
        assertThat(backoff.before(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.before(9)).isEqualTo(Duration.ofMillis(1_998));
    }

    private void open() {
        while (guard.breaker() != CircuitBreaker.State.OPEN) {
            ask(call -> failing(FailureKind.UNAVAILABLE));
        }
    }

    private UniAssertSubscriber<Exchange> ask(IntFunction<Uni<Exchange>> carrier) {
        return guard.call(() -> called(carrier), Deadline.of(Priority.BACKGROUND, clock.instant()))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<Exchange> called(IntFunction<Uni<Exchange>> carrier) {
        calls.add(clock.instant());
        return carrier.apply(calls.size() - 1);
    }

    private static Uni<Exchange> failing(FailureKind kind) {
        return Uni.createFrom().failure(CallFailure.of(kind, "made up"));
    }

    private static Uni<Exchange> refusedByUs() {
        return Uni.createFrom().failure(CallFailure.refused(new Failed(FailureKind.OVER_QUOTA, "ours")));
    }
}
