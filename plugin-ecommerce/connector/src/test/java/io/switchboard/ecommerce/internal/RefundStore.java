package io.switchboard.ecommerce.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.database.TestDatabase;
import io.switchboard.ecommerce.embedded.internal.ToldEvents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A database of its own with the connector's tables, behind a pool like the hub's. */
final class RefundStore implements AutoCloseable {
    private static final List<String> MIGRATIONS = List.of("001_refunds.sql", "002_settlements.sql", "003_returns.sql");

    private final HikariDataSource source;

    RefundStore() {
        HikariConfig config = new HikariConfig();
        try {
            config.setJdbcUrl(TestDatabase.url("jdbc:h2:mem:" + UUID.randomUUID()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        config.setMaximumPoolSize(8);
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : MIGRATIONS) {
                try (InputStream in =
                        RefundStore.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute(ToldEvents.TABLE);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
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
