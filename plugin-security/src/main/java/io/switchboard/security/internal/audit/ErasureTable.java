package io.switchboard.security.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The statements on the tables of erasures, within the caller's transaction. */
final class ErasureTable {
    /**
     * An erasure.
     *
     * @param place where it stands in their order
     * @param act what it is known by
     * @param customerId who was erased
     * @param origin the node that has done it already
     */
    record Row(long place, String act, String customerId, String origin) {
        @Override
        public String toString() {
            return "Row[" + place + ", " + act + "]";
        }
    }

    private ErasureTable() {}

    /** Takes the next place; until the transaction ends, nobody else gets one. */
    static long nextPlace(Connection connection) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement("UPDATE audit_erasure_count SET latest = latest + 1 WHERE id = 1");
                PreparedStatement select =
                        connection.prepareStatement("SELECT latest FROM audit_erasure_count WHERE id = 1")) {
            update.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the count of erasures has no row");
                }
                return row.getLong(1);
            }
        }
    }

    static void insert(Connection connection, Row row, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO audit_erasure (act, place, customer_id, origin, erased_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, row.act());
            insert.setLong(2, row.place());
            insert.setString(3, row.customerId());
            insert.setString(4, row.origin());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** The next rows behind a place, in their order. */
    static List<Row> after(Connection connection, long place, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT place, act, customer_id, origin FROM audit_erasure"
                        + " WHERE place > ? ORDER BY place FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, place);
            select.setInt(2, limit);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return found;
        }
    }

    static int deleteBefore(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM audit_erasure WHERE erased_at < ?")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }
}
