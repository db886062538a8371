package io.switchboard.store.internal;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of one bundle: rows in the hub's own schema, by the database's clock, so that nodes need not agree on the time. Whoever
 * cannot reach the store gets no lease and has lost what it held.
 */
final class LeaseTable implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseTable.class);
    private static final int MAX_NAME = 100;
    private static final Duration MIN_TTL = Duration.ofSeconds(1);
    private static final Duration MAX_TTL = Duration.ofHours(1);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String END = "CURRENT_TIMESTAMP + CAST(? AS INTEGER) * INTERVAL '0.001' SECOND";

    private final DataSource source;
    private final String bundle;

    LeaseTable(DataSource source, String bundle) {
        this.source = source;
        this.bundle = bundle;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, Duration ttl) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name of a lease has 1 to " + MAX_NAME + " characters");
        }
        if (ttl.compareTo(MIN_TTL) < 0 || ttl.compareTo(MAX_TTL) > 0) {
            throw new IllegalArgumentException("A lease is held for one second to one hour");
        }
        Row row = new Row(name, ttl.toMillis(), UUID.randomUUID().toString());
        try {
            return row.take() ? Optional.of(row) : Optional.empty();
        } catch (SQLException e) {
            LOG.warn("Lease {} of {} was not taken, since the store failed", name, bundle, e);
            return Optional.empty();
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private final class Row implements Lease {
        private final String name;
        private final long millis;
        private final String owner;

        Row(String name, long millis, String owner) {
            this.name = name;
            this.millis = millis;
            this.owner = owner;
        }

        boolean take() throws SQLException {
            String takeOver = "UPDATE lease SET owner = ?, expires = " + END
                    + " WHERE bundle = ? AND name = ? AND expires <= CURRENT_TIMESTAMP";
            if (update(takeOver, owner, millis, bundle, name) == 1) {
                return true;
            }
            try {
                String insert = "INSERT INTO lease (owner, expires, bundle, name) VALUES (?, " + END + ", ?, ?)";
                return update(insert, owner, millis, bundle, name) == 1;
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        }

        @Override
        public boolean renew() {
            try {
                String renewal = "UPDATE lease SET expires = " + END + " WHERE bundle = ? AND name = ? AND owner = ?";
                return update(renewal, millis, bundle, name, owner) == 1;
            } catch (SQLException e) {
                LOG.warn("Lease {} of {} was not renewed, since the store failed", name, bundle, e);
                return false;
            }
        }

        @Override
        public void close() {
            try {
                update("DELETE FROM lease WHERE bundle = ? AND name = ? AND owner = ?", bundle, name, owner);
            } catch (SQLException e) {
                // As at each stop of the hub, where the store goes first: nothing that anybody has to look into.
                LOG.info("Lease {} of {} was not given back, and ends by itself: {}", name, bundle, e.getMessage());
            }
        }
    }
}
