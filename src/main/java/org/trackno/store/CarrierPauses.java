package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trackno.model.FailureKind;

/** Carriers that asked to be left alone, for all processes and over restarts. */
@ApplicationScoped
public class CarrierPauses {
    private final Database database;

    CarrierPauses(Database database) {
        this.database = database;
    }

    /**
     * A carrier that is left alone.
     *
     * @param account whom it refuses for now
     * @param kind how it said so
     * @param until when it may be asked again
     */
    public record CarrierPause(CarrierAccount account, FailureKind kind, Instant until) {}

    /** The pauses that end after a moment. */
    public Uni<List<CarrierPause>> listEndingAfter(Instant moment) {
        return database.run(
                        "select carrier, account, kind, until from carrier_pause where until > $1",
                        Tuple.of(Database.time(moment)))
                .map(rows -> {
                    List<CarrierPause> pauses = new ArrayList<>();
                    rows.forEach(row -> pauses.add(toPause(row)));
                    return pauses;
                });
    }

    /** Keeps a pause. Of two for one account the longer one counts. */
    public Uni<Void> keep(CarrierPause pause) {
        return database.run(
                        """
                        insert into carrier_pause as known (carrier, account, kind, until) values ($1, $2, $3, $4)
                        on conflict (carrier, account) do update set kind = excluded.kind, until = excluded.until
                        where known.until < excluded.until
                        """,
                        Tuple.of(
                                pause.account().carrierId(),
                                pause.account().account(),
                                pause.kind().name(),
                                Database.time(pause.until())))
                .replaceWithVoid();
    }

    private static CarrierPause toPause(Row row) {
        return new CarrierPause(
                new CarrierAccount(row.getString("carrier"), row.getString("account")),
                FailureKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("until").toInstant());
    }
}
