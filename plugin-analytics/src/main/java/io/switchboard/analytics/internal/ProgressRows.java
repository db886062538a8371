package io.switchboard.analytics.internal;

import io.switchboard.core.audit.AuditPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Knows how far a node's audit is counted. */
final class ProgressRows {
    private ProgressRows() {}

    /** The place behind the last record that is counted; makes the row where there is none. */
    static AuditPosition find(Connection connection, String node) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select segment, place from progress where node = ?")) {
            select.setString(1, node);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return new AuditPosition(row.getLong(1), row.getLong(2));
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into progress (node, segment, place) values (?, ?, ?)")) {
            insert.setString(1, node);
            insert.setLong(2, AuditPosition.START.segment());
            insert.setLong(3, AuditPosition.START.offset());
            insert.executeUpdate();
        }
        return AuditPosition.START;
    }

    /** Moves on, and holds the row until the transaction ends. False: somebody else has moved it already. */
    static boolean advance(Connection connection, String node, AuditPosition from, AuditPosition to)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update progress set segment = ?, place = ? where node = ? and segment = ? and place = ?")) {
            update.setLong(1, to.segment());
            update.setLong(2, to.offset());
            update.setString(3, node);
            update.setLong(4, from.segment());
            update.setLong(5, from.offset());
            return update.executeUpdate() == 1;
        }
    }
}
