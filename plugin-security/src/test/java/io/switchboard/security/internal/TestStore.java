package io.switchboard.security.internal;

import io.switchboard.connector.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A store with the plugin's schema. */
public final class TestStore {
    private static final List<String> MIGRATIONS =
            List.of("001_clients.sql", "002_revoked_tokens.sql", "003_client_keys.sql", "004_audit_erasures.sql");

    private TestStore() {}

    /** A new one. */
    public static DataSource open() {
        DataSource store = empty();
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : MIGRATIONS) {
                statement.execute(read(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    private static DataSource empty() {
        String embedded = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        if (!TestDatabase.isPostgres()) {
            return JdbcConnectionPool.create(embedded, "sa", "");
        }
        try {
            PGSimpleDataSource store = new PGSimpleDataSource();
            store.setURL(TestDatabase.url(embedded));
            return store;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream migration = TestStore.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
            return new String(Objects.requireNonNull(migration, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
