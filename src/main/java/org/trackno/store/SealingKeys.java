package org.trackno.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Keys that all processes on the database share. The first that wants one makes it. */
@ApplicationScoped
public class SealingKeys {
    private static final String KEEP = "insert into sealing_key (name, key) values ($1, $2) on conflict do nothing";
    private static final String READ = "select key from sealing_key where name = $1";

    private final Database database;

    SealingKeys(Database database) {
        this.database = database;
    }

    /** The key of a name: the one there is, else the offered one. */
    public Uni<byte[]> get(String name, byte[] offered) {
        return database.run(KEEP, Tuple.of(name, Buffer.buffer(offered)))
                .flatMap(kept -> database.run(READ, Tuple.of(name)))
                .map(rows -> rows.iterator().next().getBuffer("key").getBytes());
    }
}
