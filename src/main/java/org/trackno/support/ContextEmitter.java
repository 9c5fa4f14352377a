package org.trackno.support;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for shared work and hears of it on the own Vert.x context. The work ends on the context of one of those
 * who wait, and what that one keeps there (a session, a route) is not for the others.
 *
 * @param <T> what comes of the work
 */
public final class ContextEmitter<T> {
    private final UniEmitter<? super T> emitter;
    private final @Nullable Context context;

    /** Remembers the context of the caller. */
    public ContextEmitter(UniEmitter<? super T> emitter) {
        this.emitter = emitter;
        this.context = Vertx.currentContext();
    }

    /** Says what came of it. */
    public void complete(T item) {
        there(() -> emitter.complete(item));
    }

    /** Says why nothing came of it. */
    public void fail(Throwable failure) {
        there(() -> emitter.fail(failure));
    }

    private void there(Runnable news) {
        if (context == null || context == Vertx.currentContext()) {
            news.run();
        } else {
            context.runOnContext(ignored -> news.run());
        }
    }
}
