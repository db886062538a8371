package io.switchboard.crm.embedded.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.database.TestDatabase;
import io.switchboard.crm.spi.ContactPoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database with the bundle's migrations applied, as the store hands it to the bundle. */
final class TestStore implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource pool;

    TestStore(String url) throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(16);
        pool = new HikariDataSource(config);
        try (InputStream script =
                        TestStore.class.getResourceAsStream("/META-INF/switchboard/migrations/001_customers.sql");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static TestStore inMemory() throws SQLException, IOException {
        return new TestStore(TestDatabase.url("jdbc:h2:mem:crm" + COUNT.incrementAndGet()));
    }

    DataSource source() {
        return pool;
    }

    void addCustomer(String id, String name, String phone, String email) {
        String sql =
                "insert into customer (id, name, level, spend_amount, spend_currency, phone, phone_key, email, email_key,"
                        + " language, since, facts) values (?, ?, 'GOLD', 12.5, 'CNY', ?, ?, ?, ?, 'zh-CN', ?, '')";
        update(
                sql,
                id,
                name,
                phone,
                ContactPoint.phone(phone).key(),
                email,
                ContactPoint.email(email).key(),
                LocalDate.of(2020, 1, 2));
    }

    void addEntry(String customerId, String kind, Instant at, String subject) {
        update(
                "insert into entry (customer_id, kind, occurred_at, channel, subject, content) values (?, ?, ?, 'phone', ?, '')",
                customerId,
                kind,
                EntryRows.time(at),
                subject);
    }

    long count(String table) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
