package io.switchboard.core.internal.event;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** The publisher of one bundle: writes into the store's outbox, which every bundle's user may add to. Safe for use from many threads. */
final class OutboxWriter implements EventPublisher {
    private static final String INSERT = "INSERT INTO " + EventTable.OUTBOX
            + " (id, bundle, event_key, type, scope, audience, customer, subject, happened, data)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final String bundle;
    private final DataSource source;
    private final InstantSource clock;

    /**
     * For one bundle.
     *
     * @param source of the hub's own connections, for what stands in no transaction of the bundle
     */
    OutboxWriter(String bundle, DataSource source, InstantSource clock) {
        this.bundle = bundle;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void publish(Connection transaction, Event event) throws SQLException {
        if (transaction.getAutoCommit()) {
            throw new IllegalArgumentException(
                    "The connection is in auto-commit mode, so the event could stand without the change that it tells of");
        }
        insert(transaction, event);
    }

    @Override
    public void publish(Event event) {
        try (Connection connection = source.getConnection()) {
            insert(connection, event);
        } catch (SQLException e) {
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }

    private void insert(Connection connection, Event event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, bundle);
            statement.setString(3, event.key().orElse(null));
            statement.setString(4, event.type());
            statement.setString(5, event.scope());
            statement.setString(6, event.audience().name());
            statement.setString(7, event.customer().orElse(null));
            statement.setString(8, event.subject().orElse(null));
            Instant happened = event.time().orElseGet(clock::instant);
            statement.setLong(9, happened.toEpochMilli());
            statement.setString(10, MemberText.of(event.data()));
            statement.executeUpdate();
        }
    }
}
