package org.trackno.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration ALONE = Duration.ofMillis(5);

    private final List<List<Integer>> rounds = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<List<Integer>>> ends = new CopyOnWriteArrayList<>();
    private final BlockingQueue<List<Integer>> begun = new LinkedBlockingQueue<>();
    private final Context context = VERTX.getOrCreateContext();
    private final AtomicLong nanos = new AtomicLong();
    private final Gathering<Integer, Integer> oneByOne =
            new Gathering<>(3, 2, this::later, failure -> true, Duration.ZERO, ALONE, nanos::get);

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void what_is_asked_for_at_one_moment_shares_a_round() {
        Gathering<Integer, Integer> doubled = new Gathering<>(1, 100, this::twice, failure -> true);

        assertThat(ask(doubled, 1, 2, 3)).containsExactly(2, 4, 6);

        assertThat(rounds).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void a_first_wish_waits_for_those_of_later_turns_until_the_round_is_full() {
        Gathering<Integer, Integer> held = new Gathering<>(
                1,
                2,
                this::twice,
                failure -> true,
                Duration.ofDays(1),
                Duration.ZERO); // so only fullness begins a round

        CompletableFuture<List<Integer>> early = begin(VERTX.getOrCreateContext(), held, 1);
        CompletableFuture<List<Integer>> late = begin(VERTX.getOrCreateContext(), held, 2);

        assertThat(early.join()).containsExactly(2);
        assertThat(late.join()).containsExactly(4);
        assertThat(rounds).hasSize(1);
    }

    @Test
    void a_wish_that_stays_alone_is_served_when_its_time_is_over() {
        Gathering<Integer, Integer> held =
                new Gathering<>(1, 2, this::twice, failure -> true, Duration.ofMillis(1), Duration.ZERO);

        assertThat(ask(held, 1)).containsExactly(2);
    }

    @Test
    void no_round_has_more_than_it_may() {
        Gathering<Integer, Integer> small = new Gathering<>(1, 2, this::twice, failure -> true);

        assertThat(ask(small, 1, 2, 3, 4, 5)).containsExactly(2, 4, 6, 8, 10);

        assertThat(rounds).allSatisfy(round -> assertThat(round).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void a_bad_wish_spoils_no_other() {
        Gathering<Integer, Integer> picky = new Gathering<>(
                1,
                100,
                round -> round.contains(13)
                        ? Uni.createFrom().failure(new IllegalArgumentException("13"))
                        : twice(round),
                IllegalArgumentException.class::isInstance);

        CompletableFuture<List<Integer>> bad = begin(VERTX.getOrCreateContext(), picky, 13);
        assertThat(ask(picky, 1, 2)).containsExactly(2, 4);

        assertThatThrownBy(bad::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rounds_go_one_by_one_where_they_should() {
        CompletableFuture<List<Integer>> first = begin(context, oneByOne, 1);
        turn();
        nanos.addAndGet(ALONE.toNanos() - 1);
        CompletableFuture<List<Integer>> second = begin(context, oneByOne, 2, 3, 4);
        turn();
        assertThat(rounds).containsExactly(List.of(1));
        finish(0);
        turn();
        assertThat(rounds).containsExactly(List.of(1), List.of(2, 3));
        finish(1);
        turn();
        finish(2);

        assertThat(first.join()).containsExactly(2);
        assertThat(second.join()).containsExactly(4, 6, 8);
        assertThat(rounds).last().isEqualTo(List.of(4));
    }

    @Test
    void another_round_begins_beside_one_that_is_held_up_and_is_alone_in_turn() {
        CompletableFuture<List<Integer>> heldUp = begin(context, oneByOne, 1);
        turn();
        nanos.addAndGet(ALONE.toNanos());
        begin(context, oneByOne, 2);
        turn();
        assertThat(rounds).containsExactly(List.of(1), List.of(2));

        finish(0);
        begin(context, oneByOne, 3);
        turn();

        assertThat(heldUp.join()).containsExactly(2);
        assertThat(rounds).as("the second has just begun").hasSize(2);
    }

    @Test
    void rounds_follow_each_other_beside_one_that_is_held_up() {
        begin(context, oneByOne, 1);
        turn();
        nanos.addAndGet(ALONE.toNanos());
        CompletableFuture<List<Integer>> beside = begin(context, oneByOne, 2, 3, 4);
        turn();
        finish(1);
        turn();
        finish(2);

        assertThat(beside.join()).containsExactly(4, 6, 8);
    }

    @Test
    void who_came_while_a_round_was_alone_does_not_wait_for_its_end() throws InterruptedException {
        begin(context, oneByOne, 1);
        turn();
        CompletableFuture<List<Integer>> late = begin(context, oneByOne, 2);
        turn();
        assertThat(rounds).hasSize(1);

        nanos.addAndGet(ALONE.toNanos());
        assertThat(begun.poll(5, TimeUnit.SECONDS)).containsExactly(1);
        assertThat(begun.poll(5, TimeUnit.SECONDS)).containsExactly(2);
        finish(1);

        assertThat(late.join()).containsExactly(4);
    }

    private Uni<List<Integer>> later(List<Integer> round) {
        CompletableFuture<List<Integer>> end = new CompletableFuture<>();
        ends.add(end);
        rounds.add(round);
        begun.add(round);
        return Uni.createFrom().completionStage(end);
    }

    private void finish(int round) {
        ends.get(round).complete(rounds.get(round).stream().map(n -> 2 * n).toList());
    }

    /** Waits until the event loop has handed on what had come in, and what came of that. */
    private void turn() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> turned = new CompletableFuture<>();
            context.runOnContext(ignored -> turned.complete(null));
            turned.join();
        }
    }

    private Uni<List<Integer>> twice(List<Integer> round) {
        rounds.add(round);
        return Uni.createFrom().item(round.stream().map(n -> 2 * n).toList());
    }

    private static List<Integer> ask(Gathering<Integer, Integer> gathering, Integer... wishes) {
        return begin(VERTX.getOrCreateContext(), gathering, wishes).join();
    }

    /** All in one turn of an event loop. */
    private static CompletableFuture<List<Integer>> begin(
            Context context, Gathering<Integer, Integer> gathering, Integer... wishes) {
        CompletableFuture<List<Integer>> all = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            List<Uni<Integer>> asked = new ArrayList<>();
            for (Integer wish : wishes) {
                asked.add(gathering.ask(wish));
            }
            Uni.join().all(asked).andFailFast().subscribe().with(all::complete, all::completeExceptionally);
        });
        return all;
    }
}
