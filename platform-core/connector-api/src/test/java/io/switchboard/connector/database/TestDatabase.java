package io.switchboard.connector.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The embedded database that a test names, or PostgreSQL where the system property {@code test.postgres} names a file that tells of one. */
public final class TestDatabase {
    private TestDatabase() {}

    /** Whether tests run on PostgreSQL. */
    public static boolean isPostgres() {
        return System.getProperty("test.postgres") != null;
    }

    /** The one that was named, or an empty schema of its own on PostgreSQL. */
    public static String url(String embedded) throws SQLException {
        @Nullable String file = System.getProperty("test.postgres");
        if (file == null) {
            return embedded;
        }
        Properties server = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            server.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "jdbc:postgresql://" + server.getProperty("host") + ":" + server.getProperty("port")
                + "/postgres?user=" + server.getProperty("user") + "&password=" + server.getProperty("password");
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        // Whoever waits for a row waits a bounded time, as in the hub.
        return url + "&currentSchema=" + schema + "&options=-c%20lock_timeout=4s";
    }
}
