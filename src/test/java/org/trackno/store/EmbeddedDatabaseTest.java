package org.trackno.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path data;

    @Test
    void rows_are_still_there_after_a_restart() throws SQLException {
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            before = database.url();
            execute(before, "create table parcel_of_mine (number text); insert into parcel_of_mine values ('one')");
        }
        String stopped = before;
        assertThatThrownBy(() -> execute(stopped, "select 1")).isInstanceOf(SQLException.class);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database.url(), "select number from parcel_of_mine")).isEqualTo("one");
        }
    }

    @Test
    void a_second_user_of_a_directory_shares_the_database_of_the_first() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            execute(first.url(), "create table shared (word text); insert into shared values ('both')");

            try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
                assertThat(second.url()).isEqualTo(first.url());
                assertThat(ask(second.url(), "select word from shared")).isEqualTo("both");
            }

            assertThat(ask(first.url(), "select word from shared"))
                    .as("who shares does not stop it")
                    .isEqualTo("both");
        }
    }

    @Test
    void it_listens_on_the_loopback_interface_only() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(database.url()).startsWith("postgresql://localhost:");
            assertThat(ask(database.url(), "show listen_addresses")).isEqualTo("localhost");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url, "postgres", "postgres");
    }
}
