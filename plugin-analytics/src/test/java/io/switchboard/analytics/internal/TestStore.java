package io.switchboard.analytics.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database with the bundle's migration applied, as the store hands it to the bundle. */
final class TestStore implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource pool;

    TestStore() throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.url("jdbc:h2:mem:analytics" + COUNT.incrementAndGet()));
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        try (InputStream script = Objects.requireNonNull(
                        TestStore.class.getResourceAsStream("/META-INF/switchboard/migrations/001_calls.sql"));
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    DataSource source() {
        return pool;
    }

    /** The one number that a query gives. */
    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
