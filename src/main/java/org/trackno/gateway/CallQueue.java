package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Failed;

/**
 * The numbers that wait to be asked of one carrier. So many calls are under way at once as the carrier bears; where it takes
 * several numbers a call, those that come within a few milliseconds, or have to wait anyway, go together. People go first, and
 * background work is shed before they are. Nobody asks for one number twice at once: the look-up sees to that.
 */
final class CallQueue {
    /** How many calls' worth of numbers may wait for each call that may be under way. */
    static final int DEPTH = 8;

    /** A call that is not full waits for more numbers, for at least two windows, until none came in one, at most ten. */
    static final Duration WINDOW = Duration.ofMillis(1);

    /** The same after a full call, a round of the event loop: the rest of a long list comes together with what filled it. */
    static final Duration WINDOW_AFTER_FULL = Duration.ZERO;

    private static final int FEWEST_WINDOWS = 2;
    private static final int MOST_WINDOWS = 10;
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final int batchSize;
    private final int concurrency;
    private final int capacity;
    private final Clock clock;
    private final Later later;
    private final Function<Batch, Uni<Map<TrackingNumber, Fetched>>> call;

    private final Deque<Waiting> people = new ArrayDeque<>();
    private final Deque<Waiting> background = new ArrayDeque<>();
    private int underWay;
    private int gatherings;
    private boolean isGathering;
    private Instant filledAt = Instant.MIN;
    private final AtomicInteger dispatching = new AtomicInteger();

    /**
     * Numbers for one call.
     *
     * @param priority the highest among them
     */
    record Batch(List<TrackingNumber> numbers, Priority priority, Deadline deadline) {}

    /** Does something after a while; without one, when all that has come in by now is handed on. */
    interface Later {
        void run(Duration after, Runnable what);
    }

    private record Waiting(
            TrackingNumber number, Priority priority, Deadline deadline, UniEmitter<? super Fetched> emitter) {}

    /**
     * A while in which numbers are waited for.
     *
     * @param gathering which gathering it belongs to
     * @param turn counted from 1
     * @param seen so many numbers waited when it began
     */
    private record Window(int gathering, Duration length, int turn, int seen) {
        boolean mayFollow(int queued) {
            return turn < FEWEST_WINDOWS || (queued > seen && turn < MOST_WINDOWS);
        }

        Window next(int queued) {
            return new Window(gathering, length, turn + 1, queued);
        }
    }

    CallQueue(
            int batchSize,
            int concurrency,
            Clock clock,
            Later later,
            Function<Batch, Uni<Map<TrackingNumber, Fetched>>> call) {
        this.batchSize = batchSize;
        this.concurrency = concurrency;
        this.capacity = concurrency * batchSize * DEPTH;
        this.clock = clock;
        this.later = later;
        this.call = call;
    }

    /** What a call brings about the number. Fails with {@link CallFailure} when there is no room, or it waited too long. */
    Uni<Fetched> fetch(TrackingNumber number, Priority priority) {
        return Uni.createFrom().emitter(emitter -> {
            enqueue(new Waiting(number, priority, Deadline.of(priority, clock.instant()), emitter));
            dispatch();
        });
    }

    /** Calls under way. */
    synchronized int underWay() {
        return underWay;
    }

    /** Numbers that wait. */
    synchronized int queued() {
        return people.size() + background.size();
    }

    private void enqueue(Waiting waiting) {
        List<Waiting> shed = new ArrayList<>();
        synchronized (this) {
            dropExpired(people, shed);
            dropExpired(background, shed);
            boolean person = waiting.priority() == Priority.PERSON;
            int room = (person ? capacity : capacity / 2) - queued();
            if (room <= 0 && person && !background.isEmpty()) {
                shed.add(background.removeLast());
                room++;
            }
            if (room > 0) {
                (person ? people : background).add(waiting);
                gather();
            } else {
                shed.add(waiting);
            }
        }
        shed.forEach(CallQueue::refuse);
    }

    /** Waits a little for more numbers, where a call takes several. */
    private void gather() {
        if (batchSize > 1 && !isGathering && underWay < concurrency) {
            isGathering = true;
            Instant now = clock.instant();
            boolean isRest = !now.isBefore(filledAt) && now.isBefore(filledAt.plus(WINDOW));
            lookAgain(new Window(++gatherings, isRest ? WINDOW_AFTER_FULL : WINDOW, 1, queued()));
        }
    }

    private void gatherTheRest() {
        if (isGathering) {
            isGathering = false;
            if (queued() > 0) {
                gather();
            }
        }
    }

    private void lookAgain(Window window) {
        later.run(window.length(), () -> end(window));
    }

    /** While numbers keep coming the next window begins: those of one request reach the queue one by one. */
    private void end(Window window) {
        synchronized (this) {
            if (!isGathering || window.gathering() != gatherings) {
                return;
            }
            if (window.mayFollow(queued())) {
                lookAgain(window.next(queued()));
                return;
            }
            isGathering = false;
        }
        dispatch();
    }

    /** Sends what may go. Whoever comes while somebody is at it lets them go round once more, so that the stack stays flat. */
    private void dispatch() {
        if (dispatching.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (List<Waiting> next = next(); next != null; next = next()) {
                send(next);
            }
            seen = dispatching.addAndGet(-seen);
        }
    }

    private @Nullable List<Waiting> next() {
        List<Waiting> shed = new ArrayList<>();
        List<Waiting> batch = new ArrayList<>();
        synchronized (this) {
            dropExpired(people, shed);
            dropExpired(background, shed);
            if (underWay < concurrency && (!isGathering || queued() >= batchSize)) {
                take(people, batch);
                take(background, batch);
            }
            if (!batch.isEmpty()) {
                underWay++;
            }
            if (batch.size() == batchSize) {
                filledAt = clock.instant();
                gatherTheRest();
            }
        }
        shed.forEach(CallQueue::refuse);
        return batch.isEmpty() ? null : batch;
    }

    private void take(Deque<Waiting> queue, List<Waiting> batch) {
        while (batch.size() < batchSize && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
    }

    private void dropExpired(Deque<Waiting> queue, List<Waiting> dropped) {
        Instant now = clock.instant();
        for (Waiting oldest = queue.peek(); oldest != null; oldest = queue.peek()) {
            if (oldest.deadline().allowsStartAt(now)) {
                return;
            }
            dropped.add(queue.remove());
        }
    }

    private static void refuse(Waiting waiting) {
        waiting.emitter()
                .fail(CallFailure.refused(
                        new Failed(FailureKind.BUSY, "too many look-ups wait for this carrier", COME_BACK)));
    }

    private void send(List<Waiting> waiting) {
        Uni.createFrom()
                .deferred(() -> call.apply(batch(waiting)))
                .onTermination()
                .invoke(this::done)
                .subscribe()
                .with(
                        fetched -> waiting.forEach(one -> complete(one, fetched)),
                        failure -> waiting.forEach(one -> one.emitter().fail(failure)));
    }

    private void done() {
        synchronized (this) {
            underWay--;
        }
        dispatch();
    }

    private static Batch batch(List<Waiting> waiting) {
        Waiting first = waiting.get(0); // people stand first, and who waits longest first among them
        return new Batch(waiting.stream().map(Waiting::number).distinct().toList(), first.priority(), first.deadline());
    }

    private static void complete(Waiting one, Map<TrackingNumber, Fetched> fetched) {
        Fetched mine = fetched.get(one.number());
        if (mine == null) {
            one.emitter().fail(new IllegalStateException("A call forgot a number"));
        } else {
            one.emitter().complete(mine);
        }
    }
}
