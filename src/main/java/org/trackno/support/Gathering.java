package org.trackno.support;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Does together what is asked for at one moment, and while earlier work is under way. A round begins when the event loop has
 * handed on all that had come in, a stated time later, or when it is full; those who come while as many rounds as may be are
 * under way share the next one. Where rounds go one by one, another begins beside one that is held up. When a round fails
 * because of what was in it, each of it is tried alone, so that one bad wish spoils no other; when it fails because of who
 * should do it, those who wait for the next round are told at once, because that would fail too and later.
 *
 * @param <Q> a wish
 * @param <A> what comes of it
 */
public final class Gathering<Q, A> {
    private final int rounds;
    private final int most;
    private final Function<List<Q>, Uni<List<A>>> work;
    private final Predicate<Throwable> isOfTheWish;
    private final long holdMillis;
    private final long aloneNanos;
    private final LongSupplier nanos;
    private final Queue<Wish<Q, A>> waiting = new ArrayDeque<>();
    /** When the rounds that are under way began, in nanoseconds of any origin; the newest last. */
    private final List<Long> underWay = new ArrayList<>();

    private boolean isCalled;
    private boolean isWatched;

    private record Wish<Q, A>(Q question, ContextEmitter<A> emitter) {}

    /** A gathering that does some work, as soon as all that had come in is handed on. */
    public Gathering(int rounds, int most, Function<List<Q>, Uni<List<A>>> work, Predicate<Throwable> isOfTheWish) {
        this(rounds, most, work, isOfTheWish, Duration.ZERO, Duration.ZERO);
    }

    /**
     * A gathering that does some work.
     *
     * @param rounds so many are under way at once
     * @param most so many wishes make a round at most
     * @param work answers wishes, in their order
     * @param isOfTheWish whether a failure comes from what was wished, and not from who should do it
     * @param hold how long the first wish waits for others, in whole milliseconds: worth it where a round costs more than that;
     *     outside a Vert.x context nothing waits
     * @param alone how long a round is alone before another begins beside it, in whole milliseconds: longer than it mostly takes,
     *     where rounds would take processors from each other; or zero
     */
    public Gathering(
            int rounds,
            int most,
            Function<List<Q>, Uni<List<A>>> work,
            Predicate<Throwable> isOfTheWish,
            Duration hold,
            Duration alone) {
        this(rounds, most, work, isOfTheWish, hold, alone, System::nanoTime);
    }

    Gathering(
            int rounds,
            int most,
            Function<List<Q>, Uni<List<A>>> work,
            Predicate<Throwable> isOfTheWish,
            Duration hold,
            Duration alone,
            LongSupplier nanos) {
        this.rounds = rounds;
        this.most = most;
        this.work = work;
        this.isOfTheWish = isOfTheWish;
        this.holdMillis = hold.toMillis();
        this.aloneNanos = alone.toNanos();
        this.nanos = nanos;
    }

    /** What comes of a wish, on the Vert.x context of the caller; begun when subscribed. Who stops waiting stops only that. */
    public Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(emitter -> {
            boolean isFirst;
            boolean isFull;
            boolean isToBeWatched;
            synchronized (this) {
                waiting.add(new Wish<>(question, new ContextEmitter<>(emitter)));
                isFull = waiting.size() >= most;
                isFirst = !isCalled && mayBegin();
                isCalled |= isFirst;
                isToBeWatched = !isWatched && isHeldBack() && Vertx.currentContext() != null;
                isWatched |= isToBeWatched;
            }
            if (isToBeWatched) {
                watch();
            }
            if (isFull) {
                next();
            } else if (isFirst) {
                callLater();
            }
        });
    }

    private void callLater() {
        Context context = Vertx.currentContext();
        if (context == null) {
            next();
        } else if (holdMillis == 0) {
            context.runOnContext(ignored -> next());
        } else {
            context.owner().setTimer(holdMillis, ignored -> next());
        }
    }

    private void next() {
        List<Wish<Q, A>> round = new ArrayList<>();
        boolean isMore;
        Long begun = nanos.getAsLong();
        synchronized (this) {
            isCalled = false;
            if (!mayBegin() || waiting.isEmpty()) {
                return;
            }
            underWay.add(begun);
            while (round.size() < most && !waiting.isEmpty()) {
                round.add(waiting.remove());
            }
            isMore = !waiting.isEmpty();
        }
        answer(round).subscribe().with(ignored -> ended(begun), failure -> ended(begun));
        if (isMore) {
            next();
        }
    }

    private boolean mayBegin() {
        return underWay.size() < rounds && !isHeldBack();
    }

    /** Whether the newest round still has its time alone. */
    private boolean isHeldBack() {
        return !underWay.isEmpty()
                && underWay.size() < rounds
                && nanos.getAsLong() - underWay.get(underWay.size() - 1) < aloneNanos;
    }

    /** Sees to it that those who came while a round was alone do not wait for its end when it is held up. */
    private void watch() {
        Vertx.currentContext().owner().setTimer(TimeUnit.NANOSECONDS.toMillis(aloneNanos), ignored -> lookAgain());
    }

    private void lookAgain() {
        boolean isStillHeldBack;
        synchronized (this) {
            isStillHeldBack = isHeldBack() && !waiting.isEmpty();
            isWatched = isStillHeldBack;
        }
        if (isStillHeldBack) {
            watch();
        } else {
            next();
        }
    }

    private void ended(Long begun) {
        synchronized (this) {
            underWay.remove(begun);
        }
        next();
    }

    private Uni<Void> answer(List<Wish<Q, A>> round) {
        return Uni.createFrom()
                .deferred(() -> work.apply(round.stream().map(Wish::question).toList()))
                .invoke(answers -> {
                    for (int i = 0; i < round.size(); i++) {
                        round.get(i).emitter().complete(answers.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> eachAlone(round, failure));
    }

    private synchronized List<Wish<Q, A>> takeAll() {
        List<Wish<Q, A>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private Uni<Void> eachAlone(List<Wish<Q, A>> round, Throwable failure) {
        if (!isOfTheWish.test(failure)) {
            round.forEach(wish -> wish.emitter().fail(failure));
            takeAll().forEach(wish -> wish.emitter().fail(failure));
            return Uni.createFrom().voidItem();
        }
        if (round.size() == 1) {
            round.get(0).emitter().fail(failure);
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(round.stream().map(wish -> answer(List.of(wish))).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }
}
