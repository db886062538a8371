package io.switchboard.core.internal.handle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The statements over the table of {@code 002_handles.sql}, in SQL that H2 and PostgreSQL both take. Times are milliseconds since 1970. */
final class HandleTable {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int TRIES = 3;
    private static final int AT_ONCE = 200;

    private final DataSource source;

    /** A row: what it was sealed as, and when it goes. */
    record Row(String sealed, long expires) {}

    HandleTable(DataSource source) {
        this.source = source;
    }

    /** Adds what is not there, and prolongs the rest; returns how many rows are new. */
    int keep(Map<String, String> sealedById, long expires) throws SQLException {
        SQLException last = null;
        for (int i = 0; i < TRIES; i++) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    int added = keep(connection, sealedById, expires);
                    connection.commit();
                    return added;
                } finally {
                    // After a commit there is nothing to roll back.
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                // Another node kept the same value at the same time.
                last = e;
            }
        }
        throw new SQLException("Rows come faster than they can be found", last);
    }

    private static int keep(Connection connection, Map<String, String> sealedById, long expires) throws SQLException {
        Set<String> there = there(connection, List.copyOf(sealedById.keySet()));
        try (PreparedStatement prolong = connection.prepareStatement("UPDATE handles SET expires = ? WHERE id = ?");
                PreparedStatement add =
                        connection.prepareStatement("INSERT INTO handles (id, sealed, expires) VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> each : sealedById.entrySet()) {
                if (there.contains(each.getKey())) {
                    prolong.setLong(1, expires);
                    prolong.setString(2, each.getKey());
                    prolong.addBatch();
                } else {
                    add.setString(1, each.getKey());
                    add.setString(2, each.getValue());
                    add.setLong(3, expires);
                    add.addBatch();
                }
            }
            if (!there.isEmpty()) {
                prolong.executeBatch();
            }
            if (there.size() < sealedById.size()) {
                add.executeBatch();
            }
        }
        return sealedById.size() - there.size();
    }

    private static Set<String> there(Connection connection, List<String> ids) throws SQLException {
        Set<String> there = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            String sql = "SELECT id FROM handles WHERE id IN (" + marks(some) + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setString(i + 1, some.get(i));
                }
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        there.add(found.getString(1));
                    }
                }
            }
        }
        return there;
    }

    private static String marks(Collection<String> values) {
        return "?,".repeat(values.size() - 1) + "?";
    }

    Optional<Row> find(String id, long now) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT sealed, expires FROM handles WHERE id = ? AND expires > ?")) {
            statement.setString(1, id);
            statement.setLong(2, now);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(new Row(found.getString(1), found.getLong(2))) : Optional.empty();
            }
        }
    }

    void prolong(String id, long expires) throws SQLException {
        update("UPDATE handles SET expires = ? WHERE id = ?", expires, id);
    }

    /** Deletes what has gone out of use, and of the rest all but so many, those longest out of use first. */
    long purge(long now, long most) throws SQLException {
        update("DELETE FROM handles WHERE expires <= ?", now);
        String beyond =
                "SELECT expires FROM handles ORDER BY expires DESC OFFSET " + most + " ROWS FETCH NEXT 1 ROW ONLY";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(beyond);
                ResultSet found = statement.executeQuery()) {
            if (found.next()) {
                update("DELETE FROM handles WHERE expires <= ?", found.getLong(1));
            }
        }
        return count();
    }

    private long count() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM handles");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
