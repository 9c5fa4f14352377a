package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.trackno.model.TrackingNumber;

/**
 * Gathers numbers that are asked for within a few milliseconds into one call, where the carrier takes several. Nobody asks
 * for one number twice at once: the look-up sees to that.
 */
final class BatchGatherer {
    private static final long WINDOW_MILLIS = 5;

    private final int batchSize;
    private final Function<List<TrackingNumber>, Uni<Map<TrackingNumber, Fetched>>> call;
    private List<Waiting> gathered = new ArrayList<>();

    private record Waiting(TrackingNumber number, UniEmitter<? super Fetched> emitter) {}

    BatchGatherer(int batchSize, Function<List<TrackingNumber>, Uni<Map<TrackingNumber, Fetched>>> call) {
        this.batchSize = batchSize;
        this.call = call;
    }

    Uni<Fetched> fetch(TrackingNumber number) {
        if (batchSize == 1) {
            return call.apply(List.of(number)).map(fetched -> of(fetched, number));
        }
        return Uni.createFrom().emitter(emitter -> gather(new Waiting(number, emitter)));
    }

    private void gather(Waiting waiting) {
        List<Waiting> full = null;
        synchronized (this) {
            gathered.add(waiting);
            if (gathered.size() == batchSize) {
                full = take();
            } else if (gathered.size() == 1) {
                List<Waiting> opened = gathered;
                Infrastructure.getDefaultWorkerPool()
                        .schedule(() -> closeWindow(opened), WINDOW_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        if (full != null) {
            send(full);
        }
    }

    private void closeWindow(List<Waiting> opened) {
        List<Waiting> batch = null;
        synchronized (this) {
            if (gathered == opened && !gathered.isEmpty()) {
                batch = take();
            }
        }
        if (batch != null) {
            send(batch);
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = gathered;
        gathered = new ArrayList<>();
        return batch;
    }

    private void send(List<Waiting> batch) {
        Uni.createFrom()
                .deferred(() -> call.apply(batch.stream().map(Waiting::number).toList()))
                .map(fetched -> batch.stream()
                        .map(waiting -> of(fetched, waiting.number()))
                        .toList())
                .subscribe()
                .with(
                        fetched -> {
                            for (int i = 0; i < batch.size(); i++) {
                                batch.get(i).emitter().complete(fetched.get(i));
                            }
                        },
                        failure -> batch.forEach(waiting -> waiting.emitter().fail(failure)));
    }

    private static Fetched of(Map<TrackingNumber, Fetched> fetched, TrackingNumber number) {
        Fetched one = fetched.get(number);
        if (one == null) {
            throw new IllegalStateException("A call forgot a number");
        }
        return one;
    }
}
