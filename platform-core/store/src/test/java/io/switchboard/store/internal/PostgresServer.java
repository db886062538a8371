package io.switchboard.store.internal;

import io.switchboard.connector.Secret;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL for tests, where the system property {@code test.postgres} names a file that tells of one. */
final class PostgresServer {
    private static final @Nullable String FILE = System.getProperty("test.postgres");

    private PostgresServer() {}

    static boolean exists() {
        return FILE != null;
    }

    /** A database of its own, and its owner. */
    static StoreSettings fresh() throws SQLException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        sql("CREATE ROLE " + name + " LOGIN CREATEROLE PASSWORD '" + name + "'");
        sql("CREATE DATABASE " + name + " OWNER " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return new StoreSettings(Optional.of(url(name)), name, Secret.of(name), 8);
    }

    /** Does something as the server's own user. */
    static void sql(String sql) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url("postgres"));
        source.setUser(property("user"));
        source.setPassword(property("password"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://" + property("host") + ":" + property("port") + "/" + database;
    }

    private static String property(String key) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(String.valueOf(FILE)))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key);
    }
}
