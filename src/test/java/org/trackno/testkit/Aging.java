package org.trackno.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Makes time pass for stored parcels, where nobody can wait for it. Processes that remember them hear of it. */
public final class Aging {
    private Aging() {}

    /** As if these had last been asked for two hours ago: longer than a moving parcel is fresh, less than a day. */
    public static void makeStale(PostgresServer database, List<String> numbers) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        with aged as (
                            update parcel set checked_at = checked_at - interval '2 hours',
                                tried_at = tried_at - interval '2 hours'
                            where tracking_number = any (?) returning carrier, tracking_number)
                        select pg_notify('trackno_parcel', gen_random_uuid() || ' ' || carrier || ' ' || tracking_number)
                        from aged
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            int aged = 0;
            try (ResultSet told = statement.executeQuery()) {
                while (told.next()) {
                    aged++;
                }
            }
            if (aged != numbers.size()) {
                throw new SQLException("Only " + aged + " of " + numbers.size() + " parcels are stored");
            }
        }
    }
}
