package org.trackno.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.trackno.geography.Gazetteer;
import org.trackno.geography.Outlines;

/** Where things lie on the earth, read when the first parcel's page is written: a server without pages needs none of it. */
@ApplicationScoped
class Geography {
    private final Uni<Gazetteer> towns = Uni.createFrom()
            .item(Gazetteer::load)
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .memoize()
            .indefinitely();
    private final Uni<Outlines> countries = Uni.createFrom()
            .item(Outlines::load)
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .memoize()
            .indefinitely();

    /** The towns. */
    Uni<Gazetteer> towns() {
        return towns;
    }

    /** The countries. */
    Uni<Outlines> countries() {
        return countries;
    }
}
