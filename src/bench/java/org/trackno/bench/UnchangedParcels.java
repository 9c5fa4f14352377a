package org.trackno.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.trackno.testkit.Aging;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** What asking a carrier again writes when it says the same as before, as PostgreSQL itself counts it. */
final class UnchangedParcels implements Scenario {
    private static final long FIRST_SERIAL = 6_000_000;
    private static final int PARCELS = 100;

    /** Rows written since the server started. */
    private record Written(long events, long updates, long hotUpdates, long parcelUpdates, long inserts) {
        Written minus(Written before) {
            return new Written(
                    events - before.events,
                    updates - before.updates,
                    hotUpdates - before.hotUpdates,
                    parcelUpdates - before.parcelUpdates,
                    inserts - before.inserts);
        }
    }

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        List<String> numbers;
        try (PackagedTrackno before = lab.trackno()) {
            numbers = lab.store(before, FIRST_SERIAL, PARCELS);
        }
        Aging.makeStale(lab.database(), numbers);
        Written before = settled(lab.database());
        try (PackagedTrackno trackno = lab.trackno()) {
            long calls = lab.carriers().calls();
            for (String number : numbers) {
                lab.get(trackno, Lab.path(number));
            }
            while (lab.carriers().calls() - calls < PARCELS) {
                Thread.onSpinWait();
            }
            trackno.stop(); // what is under way is finished first
        }
        Written written = settled(lab.database()).minus(before);
        double updates = written.updates() / (double) PARCELS;
        return List.of(
                Figure.atMost("asking again about an unchanged parcel: event rows", 0, written.events(), ""),
                Figure.atMost("asking again about an unchanged parcel: updates each", 1, updates, ""),
                Figure.information(
                        "asking again about an unchanged parcel: " + PARCELS + " times",
                        written.updates() + " updates, " + written.hotUpdates() + " of them without touching an index, "
                                + written.parcelUpdates() + " of parcels; "
                                + written.inserts() + " rows inserted besides events (the ledger of calls)"));
    }

    /** Sessions report with delay: read until nothing changes for three seconds. */
    private static Written settled(PostgresServer database) throws SQLException, InterruptedException {
        Written last = read(database);
        for (int same = 0; same < 3; same++) {
            Thread.sleep(1_000);
            Written now = read(database);
            same = now.equals(last) ? same : -1;
            last = now;
        }
        return last;
    }

    private static Written read(PostgresServer database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet sums = connection
                        .createStatement()
                        .executeQuery(
                                """
                                select coalesce(sum(n_tup_ins + n_tup_upd) filter (where relname = 'tracking_event'), 0),
                                       coalesce(sum(n_tup_upd) filter (where relname <> 'tracking_event'), 0),
                                       coalesce(sum(n_tup_hot_upd) filter (where relname <> 'tracking_event'), 0),
                                       coalesce(sum(n_tup_upd) filter (where relname = 'parcel'), 0),
                                       coalesce(sum(n_tup_ins) filter (where relname <> 'tracking_event'), 0)
                                from pg_stat_user_tables where relname <> 'flyway_schema_history'
                                """)) {
            sums.next();
            return new Written(sums.getLong(1), sums.getLong(2), sums.getLong(3), sums.getLong(4), sums.getLong(5));
        }
    }
}
