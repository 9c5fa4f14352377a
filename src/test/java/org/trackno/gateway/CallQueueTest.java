package org.trackno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.trackno.gateway.CallQueue.Batch;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.NotFound;
import org.trackno.testkit.SteppingClock;

/** Who is asked for, in which order, and who is turned away. */
class CallQueueTest {
    private static final String PREFIX = "TEST";

    private record Sent(Batch batch, UniEmitter<? super Map<TrackingNumber, Fetched>> answer) {
        List<String> numbers() {
            return batch.numbers().stream()
                    .map(number -> number.value().substring(PREFIX.length()))
                    .toList();
        }
    }

    private record Later(Duration after, Runnable what) {}

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Queue<Later> later = new ArrayDeque<>();

    @Test
    void so_many_calls_are_under_way_as_the_carrier_bears() {
        CallQueue queue = queue(1, 2);

        for (int i = 0; i < 5; i++) {
            ask(queue, "N" + i, Priority.PERSON);
        }

        assertThat(sent).hasSize(2);
        assertThat(queue.underWay()).isEqualTo(2);
        assertThat(queue.queued()).isEqualTo(3);
        answer();
        assertThat(sent).hasSize(2);
        assertThat(queue.queued()).isEqualTo(2);
    }

    @Test
    void people_go_ahead_of_background_work() {
        CallQueue queue = queue(1, 1);
        ask(queue, "FIRST", Priority.BACKGROUND);
        ask(queue, "BEHIND", Priority.BACKGROUND);
        ask(queue, "PERSON", Priority.PERSON);

        assertThat(answer()).containsExactly("FIRST");
        assertThat(answer()).containsExactly("PERSON");
        assertThat(answer()).containsExactly("BEHIND");
    }

    @Test
    void background_work_is_turned_away_from_half_full_on_and_people_when_it_is_full() {
        CallQueue queue = queue(1, 1);
        ask(queue, "UNDER-WAY", Priority.PERSON);
        int room = CallQueue.DEPTH;

        List<UniAssertSubscriber<Fetched>> background = askMany(queue, room, Priority.BACKGROUND);
        List<UniAssertSubscriber<Fetched>> people = askMany(queue, room + 1, Priority.PERSON);

        assertThat(background.stream().filter(CallQueueTest::isBusy)).hasSize(room);
        assertThat(people.stream().filter(CallQueueTest::isBusy)).hasSize(1);
        assertThat(queue.queued()).isEqualTo(room);
    }

    @Test
    void half_the_queue_is_open_to_background_work() {
        CallQueue queue = queue(1, 1);
        ask(queue, "UNDER-WAY", Priority.PERSON);

        List<UniAssertSubscriber<Fetched>> background = askMany(queue, CallQueue.DEPTH, Priority.BACKGROUND);

        assertThat(background.stream().filter(CallQueueTest::isBusy)).hasSize(CallQueue.DEPTH / 2);
        background.get(CallQueue.DEPTH - 1).assertFailedWith(CallFailure.class);
        assertThat(((CallFailure) background.get(CallQueue.DEPTH - 1).getFailure())
                        .failed()
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void who_waited_too_long_is_not_asked_for_any_more() {
        CallQueue queue = queue(1, 1);
        ask(queue, "UNDER-WAY", Priority.PERSON);
        UniAssertSubscriber<Fetched> person = ask(queue, "PERSON", Priority.PERSON);
        UniAssertSubscriber<Fetched> background = ask(queue, "BACKGROUND", Priority.BACKGROUND);

        clock.advance(Duration.ofSeconds(4));
        answer();

        assertThat(isBusy(person)).isTrue();
        assertThat(answer()).containsExactly("BACKGROUND");
        background.assertCompleted();
    }

    @Test
    void numbers_that_come_together_go_together() {
        CallQueue queue = queue(10, 4);
        UniAssertSubscriber<Fetched> background = ask(queue, "B", Priority.BACKGROUND);
        ask(queue, "A", Priority.PERSON);

        assertThat(endWindow()).isEqualTo(CallQueue.WINDOW);
        assertThat(sent).isEmpty();
        endWindow();

        Sent one = sent.remove();
        assertThat(one.numbers()).containsExactly("A", "B");
        assertThat(one.batch().priority()).isEqualTo(Priority.PERSON);
        complete(one);
        background.assertCompleted();
    }

    @Test
    void while_numbers_keep_coming_a_call_waits_but_not_for_ever() {
        CallQueue queue = queue(100, 4);
        int windows = 0;

        for (ask(queue, "FIRST", Priority.PERSON); sent.isEmpty(); windows++) {
            ask(queue, "N" + windows, Priority.PERSON);
            endWindow();
        }

        assertThat(windows).isEqualTo(10);
        assertThat(later).isEmpty();
    }

    @Test
    void a_call_goes_after_a_window_in_which_nobody_came() {
        CallQueue queue = queue(10, 4);
        ask(queue, "A", Priority.PERSON);
        endWindow();
        ask(queue, "B", Priority.PERSON);
        endWindow();
        assertThat(sent).isEmpty();

        endWindow();

        assertThat(sent.remove().numbers()).containsExactly("A", "B");
    }

    @Test
    void what_is_left_of_a_long_list_waits_less() {
        CallQueue queue = queue(3, 4);
        for (int i = 0; i < 4; i++) {
            ask(queue, "N" + i, Priority.PERSON);
        }
        assertThat(endWindow()).isEqualTo(CallQueue.WINDOW); // of the call that was full before
        assertThat(sent).hasSize(1);

        assertThat(endWindow()).isEqualTo(CallQueue.WINDOW_AFTER_FULL);
        endWindow();

        assertThat(sent).extracting(Sent::numbers).containsExactly(List.of("N0", "N1", "N2"), List.of("N3"));
        clock.advance(CallQueue.WINDOW);
        ask(queue, "LATER", Priority.PERSON);
        assertThat(endWindow()).isEqualTo(CallQueue.WINDOW);
    }

    @Test
    void a_full_batch_goes_at_once_and_the_rest_when_there_is_room() {
        CallQueue queue = queue(3, 1);
        for (int i = 0; i < 8; i++) {
            ask(queue, "N" + i, Priority.PERSON);
        }

        assertThat(sent).hasSize(1);
        assertThat(answer()).containsExactly("N0", "N1", "N2");
        assertThat(answer()).containsExactly("N3", "N4", "N5");
    }

    @Test
    void a_long_queue_that_is_answered_at_once_does_not_pile_up_on_the_stack() {
        CallQueue queue = new CallQueue(
                1,
                1_000,
                clock,
                (after, what) -> later.add(new Later(after, what)),
                batch -> sent.size() < 1_000
                        ? Uni.createFrom().emitter(answer -> sent.add(new Sent(batch, answer)))
                        : Uni.createFrom().item(notFound(batch)));
        List<UniAssertSubscriber<Fetched>> waiting = askMany(queue, 8_000, Priority.PERSON);

        complete(sent.peek());

        assertThat(waiting.subList(1_000, 8_000)).allSatisfy(one -> one.assertCompleted());
    }

    private CallQueue queue(int batchSize, int concurrency) {
        return new CallQueue(
                batchSize,
                concurrency,
                clock,
                (after, what) -> later.add(new Later(after, what)),
                batch -> Uni.createFrom().emitter(answer -> sent.add(new Sent(batch, answer))));
    }

    /** Ends the window that began first, and tells how long it is. */
    private Duration endWindow() {
        Later window = later.remove();
        window.what().run();
        return window.after();
    }

    private List<UniAssertSubscriber<Fetched>> askMany(CallQueue queue, int times, Priority priority) {
        List<UniAssertSubscriber<Fetched>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(ask(queue, priority + "-" + i, priority));
        }
        return asked;
    }

    private static UniAssertSubscriber<Fetched> ask(CallQueue queue, String number, Priority priority) {
        return queue.fetch(new TrackingNumber(PREFIX + number.replace("-", "")), priority)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    /** Answers the call that waits longest, and tells its numbers. */
    private List<String> answer() {
        Sent oldest = sent.remove();
        complete(oldest);
        return oldest.numbers();
    }

    private void complete(Sent call) {
        call.answer().complete(notFound(call.batch()));
    }

    private Map<TrackingNumber, Fetched> notFound(Batch batch) {
        Map<TrackingNumber, Fetched> fetched = new HashMap<>();
        batch.numbers()
                .forEach(number ->
                        fetched.put(number, new Fetched(new NotFound(""), null, clock.instant(), Duration.ZERO, 1)));
        return fetched;
    }

    private static boolean isBusy(UniAssertSubscriber<Fetched> asked) {
        return asked.getFailure() instanceof CallFailure failure
                && failure.failed().kind() == FailureKind.BUSY
                && failure.isRefusedByUs();
    }
}
