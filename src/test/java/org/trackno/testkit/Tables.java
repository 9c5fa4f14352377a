package org.trackno.testkit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks into the tables behind the application's back. Bytes are given in hexadecimal. */
@ApplicationScoped
public class Tables {
    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** What is stored of a number's events, first seen first. */
    public List<Map<String, Object>> events(String number) {
        return rows(
                "select e.* from tracking_event e join parcel p on p.id = e.parcel_id"
                        + " where p.tracking_number = ? order by e.first_seen_at, e.fingerprint",
                number);
    }

    /** What is stored of a number itself: at most one row. */
    public List<Map<String, Object>> parcels(String number) {
        return rows("select * from parcel where tracking_number = ?", number);
    }

    /** The raw answers kept about a number. */
    public List<Map<String, Object>> answers(String number) {
        return rows(
                "select a.* from carrier_answer a join carrier_answer_parcel l on l.answer_id = a.id"
                        + " join parcel p on p.id = l.parcel_id where p.tracking_number = ? order by a.id",
                number);
    }

    /** Whose a number was learnt to be: at most one row. */
    public List<Map<String, Object>> learnt(String number) {
        return rows("select * from learnt_number where tracking_number = ?", number);
    }

    /** The ledger's lines about a number, oldest first. */
    public List<Map<String, Object>> ledger(String number) {
        return rows("select * from carrier_call where tracking_number = ? order by id", number);
    }

    /** Does what another process on the database might do. */
    public void change(String sql, @Nullable String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private List<Map<String, Object>> rows(String sql, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<Map<String, Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            Object value = result.getObject(i);
            row.put(
                    result.getMetaData().getColumnLabel(i),
                    value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        }
        return row;
    }
}
