package io.switchboard.ecommerce.embedded.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A database of its own with the bundle's migrations applied, behind a pool like the hub's. */
final class TestStore implements AutoCloseable {
    private static final List<String> MIGRATIONS = List.of("001_orders.sql");

    private final HikariDataSource source;

    TestStore() throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.url("jdbc:h2:mem:" + UUID.randomUUID()));
        config.setMaximumPoolSize(8);
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : MIGRATIONS) {
                try (InputStream in = TestStore.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute(ToldEvents.TABLE);
        }
    }

    HikariDataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
