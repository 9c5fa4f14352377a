package org.trackno.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.trackno.store.EventLoad;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.RoyalMailAnswer;

/**
 * Events stored by the statement that Trackno stores with, which refuses duplicates, against COPY of the same rows into the
 * same table. One connection each, a batch in turn; a batch is one transaction. Parameters and text are made before.
 */
final class StoringEvents implements Scenario {
    private static final long FIRST_SERIAL = 8_000_000;
    private static final int BATCHES = 60;
    private static final int WARM_UP_BATCHES = 10;
    private static final List<Integer> SIZES = List.of(10, 100, 1_000);

    /** Smaller ones pay for their commit, and are there to show how much. */
    private static final int SMALLEST_BATCH_WITH_A_GOAL = 100;

    private long serial = FIRST_SERIAL;

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        try (PackagedTrackno migrates = lab.trackno()) {
            migrates.stop();
        }
        Vertx vertx = Vertx.vertx();
        List<Figure> rows = new ArrayList<>();
        try (Connection jdbc = lab.database().connect()) {
            PgConnection statements = connect(vertx, lab);
            for (int size : SIZES) {
                rows.addAll(measure(size, statements, jdbc.unwrap(PGConnection.class).getCopyAPI()));
            }
            return rows;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<Figure> measure(int size, PgConnection statements, CopyManager copy)
            throws SQLException, IOException {
        int parcels = size / EventLoad.EVENTS_A_PARCEL;
        List<String> ours = numbers(parcels);
        List<String> theirs = numbers(parcels);
        List<String> whole = numbers(parcels);
        store(statements, ours, EventLoad.parcels(ours));
        store(statements, theirs, EventLoad.parcels(theirs));
        store(statements, whole, EventLoad.parcels(whole));
        List<Long> ids = ids(statements, theirs);
        String state = state();
        List<Double> byStatement = new ArrayList<>();
        List<Double> byCopy = new ArrayList<>();
        List<Double> asSightings = new ArrayList<>();
        for (int batch = 1; batch <= WARM_UP_BATCHES + BATCHES; batch++) {
            Tuple events = EventLoad.events(ours, batch);
            byte[] text = EventLoad.copyText(ids, batch);
            Tuple sightings = EventLoad.sightings(whole, batch, state, state.getBytes(StandardCharsets.UTF_8));
            double statementTook = seconds(() -> store(statements, ours, events));
            double copyTook = seconds(() -> copy.copyIn(EventLoad.COPY, new ByteArrayInputStream(text)));
            double sightingsTook = seconds(() -> store(statements, whole, sightings));
            if (batch > WARM_UP_BATCHES) {
                byStatement.add(statementTook);
                byCopy.add(copyTook);
                asSightings.add(sightingsTook);
            }
        }
        double ratio = Samples.of(byCopy).median() / Samples.of(byStatement).median();
        String what = "storing events in batches of " + Figure.plain(size);
        String againstCopy = what + ", duplicates refused: of COPY";
        return List.of(
                size < SMALLEST_BATCH_WITH_A_GOAL
                        ? Figure.information(againstCopy, Figure.plain(ratio))
                        : Figure.atLeast(againstCopy, 0.5, ratio),
                Figure.information(
                        what,
                        perSecond(size, byStatement) + " events/s, COPY " + perSecond(size, byCopy)
                                + "; with parcel, raw answer and ledger " + perSecond(size, asSightings)));
    }

    private static String perSecond(int size, List<Double> seconds) {
        return Figure.plain(size / Samples.of(seconds).median());
    }

    private List<String> numbers(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> MadeUpNumbers.ROYAL_MAIL.number(serial++))
                .toList();
    }

    /** As large as the state of a parcel with ten events is. */
    private static String state() {
        RoyalMailAnswer answer = RoyalMailAnswer.about("NUMBER");
        for (int i = 0; i < EventLoad.EVENTS_A_PARCEL; i++) {
            answer = answer.event("EVIAV", java.time.Instant.EPOCH.plusSeconds(60L * i), "Bristol MC");
        }
        return answer.body();
    }

    /** As Trackno does: the notice behind it, sent together with it. */
    private static void store(PgConnection connection, List<String> numbers, Tuple parameters) {
        Future<RowSet<Row>> stored =
                connection.preparedQuery(EventLoad.STATEMENT).execute(parameters);
        Future<RowSet<Row>> told =
                connection.preparedQuery(EventLoad.NOTIFY).execute(EventLoad.notices(numbers));
        Future.join(stored, told).toCompletionStage().toCompletableFuture().join();
        if (stored.result().size() == 0) {
            throw new IllegalStateException("Nothing was stored");
        }
    }

    private static List<Long> ids(PgConnection connection, List<String> numbers) {
        List<Long> ids = new ArrayList<>();
        connection
                .preparedQuery("select id from parcel where tracking_number = any ($1)")
                .execute(Tuple.of(numbers.toArray(String[]::new)))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .forEach(row -> ids.add(row.getLong(0)));
        return ids;
    }

    private static PgConnection connect(Vertx vertx, Lab lab) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost("localhost")
                .setPort(lab.database().port())
                .setDatabase("postgres")
                .setUser("postgres")
                .setPassword("postgres")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(sql -> true)
                .addProperty("enable_seqscan", "off")
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("jit", "off");
        return PgConnection.connect(vertx, options)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** What may fail as databases do. */
    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static double seconds(Work work) throws SQLException, IOException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
