package org.trackno.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while PostgreSQL answers. A process that is not ready still serves what it remembers, so it need not be restarted:
 * liveness says nothing of the database.
 */
@Readiness
@ApplicationScoped
class StoreReadiness implements AsyncHealthCheck {
    private static final String NAME = "PostgreSQL";

    private final Database database;
    private final ParcelNotices notices;

    StoreReadiness(Database database, ParcelNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.run("select 1", Tuple.tuple())
                .map(rows -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("hears-other-processes", notices.isConnected())
                        .build())
                .onFailure()
                .recoverWithItem(
                        failure -> HealthCheckResponse.named(NAME).down().build());
    }
}
