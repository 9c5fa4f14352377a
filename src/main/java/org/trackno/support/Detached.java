package org.trackno.support;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Work that outlives the request that caused it. It runs on a Vert.x context of its own, so a caller who leaves neither
 * cancels it nor rolls its transaction back.
 */
@Singleton
public class Detached {
    private final Vertx vertx;

    Detached(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The work, begun when subscribed; cancelling the result does not cancel the work. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> Uni.createFrom()
                    .deferred(() -> work.get()) // what throws at once fails too, instead of leaving somebody waiting
                    .subscribe()
                    .with(emitter::complete, emitter::fail));
        });
    }
}
