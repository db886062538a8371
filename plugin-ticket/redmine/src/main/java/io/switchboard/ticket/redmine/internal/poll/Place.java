package io.switchboard.ticket.redmine.internal.poll;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How far one instance was read, by Redmine's own clock; kept with what was told of it. Safe for use from many threads. */
public final class Place {
    private final DataSource source;
    private final EventPublisher events;
    private final String instance;

    /** Of one instance. */
    public Place(DataSource source, EventPublisher events, String instance) {
        this.source = source;
        this.events = events;
        this.instance = instance;
    }

    /** Up to when; empty: it was never read. */
    Optional<Instant> read() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select read_until from redmine_place where instance = ?")) {
            statement.setString(1, instance);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }

    /** Tells of what happened up to a time, and notes the time, in one transaction. */
    void moveTo(Instant until, List<Event> told) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Event each : told) {
                    events.publish(connection, each);
                }
                write(connection, until);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }

    private void write(Connection connection, Instant until) throws SQLException {
        if (update(connection, "update redmine_place set read_until = ? where instance = ?", until) == 0) {
            update(connection, "insert into redmine_place (read_until, instance) values (?, ?)", until);
        }
    }

    private int update(Connection connection, String sql, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setString(2, instance);
            return statement.executeUpdate();
        }
    }
}
