package org.trackno.support;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does together what is asked for while earlier work is under way. Nobody is held up for it: the first who asks is served at
 * once, those who come meanwhile share the next round. When a round fails because of what was in it, each of it is tried
 * alone, so that one bad wish spoils no other; when it fails because of who should do it, those who wait for the next round
 * are told at once, because that would fail too and later.
 *
 * @param <Q> a wish
 * @param <A> what comes of it
 */
public final class Gathering<Q, A> {
    private final int rounds;
    private final int most;
    private final Function<List<Q>, Uni<List<A>>> work;
    private final Predicate<Throwable> isOfTheWish;
    private final Queue<Wish<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;

    private record Wish<Q, A>(Q question, ContextEmitter<A> emitter) {}

    /**
     * A gathering that does some work.
     *
     * @param rounds so many are under way at once
     * @param most so many wishes make a round at most
     * @param work answers wishes, in their order
     * @param isOfTheWish whether a failure comes from what was wished, and not from who should do it
     */
    public Gathering(int rounds, int most, Function<List<Q>, Uni<List<A>>> work, Predicate<Throwable> isOfTheWish) {
        this.rounds = rounds;
        this.most = most;
        this.work = work;
        this.isOfTheWish = isOfTheWish;
    }

    /** What comes of a wish, on the Vert.x context of the caller; begun when subscribed. Who stops waiting stops only that. */
    public Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(emitter -> {
            synchronized (this) {
                waiting.add(new Wish<>(question, new ContextEmitter<>(emitter)));
            }
            next();
        });
    }

    private void next() {
        List<Wish<Q, A>> round = new ArrayList<>();
        synchronized (this) {
            if (underWay == rounds || waiting.isEmpty()) {
                return;
            }
            underWay++;
            while (round.size() < most && !waiting.isEmpty()) {
                round.add(waiting.remove());
            }
        }
        answer(round).subscribe().with(ignored -> ended(), failure -> ended());
    }

    private void ended() {
        synchronized (this) {
            underWay--;
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
