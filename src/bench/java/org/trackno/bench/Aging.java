package org.trackno.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.trackno.testkit.PostgresServer;

/** Makes time pass for stored parcels, where nobody can wait for it. */
final class Aging {
    private Aging() {}

    /** As if these had last been asked for two hours ago: longer than a moving parcel is fresh, less than a day. */
    static void makeStale(PostgresServer database, List<String> numbers) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update parcel set checked_at = checked_at - interval '2 hours',"
                                + " tried_at = tried_at - interval '2 hours' where tracking_number = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            int aged = statement.executeUpdate();
            if (aged != numbers.size()) {
                throw new SQLException("Only " + aged + " of " + numbers.size() + " parcels are stored");
            }
        }
    }
}
