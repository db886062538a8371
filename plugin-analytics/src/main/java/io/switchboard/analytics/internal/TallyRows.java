package io.switchboard.analytics.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads and changes the counts of one span in the store. */
final class TallyRows {
    private TallyRows() {}

    /** Takes a stored count. */
    @FunctionalInterface
    interface Visitor {
        void visit(TallyKey key, long calls, long slowest, String latency);
    }

    /**
     * Adds to what is there. Whoever calls it holds the progress row, so nobody else adds at the same time.
     *
     * @param oldest what began before this is kept no longer, and left out
     */
    static void add(Connection connection, Span span, Map<TallyKey, Tally> tallies, Instant oldest)
            throws SQLException {
        String where = " where bucket = ? and operation = ? and code = ?";
        String find = "select calls, slowest, latency from " + span.table() + where;
        String change = "update " + span.table() + " set calls = ?, slowest = ?, latency = ?" + where;
        String insert = "insert into " + span.table()
                + " (calls, slowest, latency, bucket, operation, code, connector) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement found = connection.prepareStatement(find);
                PreparedStatement changed = connection.prepareStatement(change);
                PreparedStatement inserted = connection.prepareStatement(insert)) {
            for (Map.Entry<TallyKey, Tally> entry : tallies.entrySet()) {
                TallyKey key = entry.getKey();
                if (key.bucket() < oldest.getEpochSecond()) {
                    continue;
                }
                Tally sum = new Tally();
                sum.add(entry.getValue());
                if (addStored(found, key, sum)) {
                    set(changed, sum, key);
                    changed.addBatch();
                } else {
                    set(inserted, sum, key);
                    inserted.setString(7, key.connector());
                    inserted.addBatch();
                }
            }
            changed.executeBatch();
            inserted.executeBatch();
        }
    }

    private static boolean addStored(PreparedStatement find, TallyKey key, Tally sum) throws SQLException {
        find.setLong(1, key.bucket());
        find.setString(2, key.operation());
        find.setInt(3, key.code());
        try (ResultSet row = find.executeQuery()) {
            boolean there = row.next();
            if (there) {
                sum.add(row.getLong(1), row.getLong(2), row.getString(3));
            }
            return there;
        }
    }

    private static void set(PreparedStatement statement, Tally sum, TallyKey key) throws SQLException {
        statement.setLong(1, sum.calls());
        statement.setLong(2, sum.slowest());
        statement.setString(3, sum.latency().toString());
        statement.setLong(4, key.bucket());
        statement.setString(5, key.operation());
        statement.setInt(6, key.code());
    }

    /** Hands on what began in a period, a part at a time, so that a long one does not fill the memory. */
    static void scan(
            Connection connection, Span span, Instant from, Instant to, Optional<String> connector, Visitor visitor)
            throws SQLException {
        String sql = "select bucket, operation, code, calls, slowest, latency from " + span.table()
                + " where bucket >= ? and bucket < ?" + (connector.isPresent() ? " and connector = ?" : "");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (connector.isPresent()) {
                select.setString(3, connector.get());
            }
            for (Instant part = from; part.isBefore(to); part = part.plus(span.readAtOnce())) {
                Instant end = part.plus(span.readAtOnce());
                select.setLong(1, part.getEpochSecond());
                select.setLong(2, (end.isBefore(to) ? end : to).getEpochSecond());
                visit(select, visitor);
            }
        }
    }

    private static void visit(PreparedStatement select, Visitor visitor) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                TallyKey key = new TallyKey(row.getLong(1), row.getString(2), row.getInt(3));
                visitor.visit(key, row.getLong(4), row.getLong(5), row.getString(6));
            }
        }
    }

    /** Removes what began before a time. */
    static void prune(Connection connection, Span span, Instant oldest) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + span.table() + " where bucket < ?")) {
            delete.setLong(1, oldest.getEpochSecond());
            delete.executeUpdate();
        }
    }
}
