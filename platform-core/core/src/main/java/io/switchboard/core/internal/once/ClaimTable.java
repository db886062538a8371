package io.switchboard.core.internal.once;

import io.switchboard.core.internal.once.ClaimRow.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The statements over the tables of {@code 001_claims.sql}, in SQL that H2 and PostgreSQL both take. Connections come in auto-commit mode:
 * what returns is committed. Every change is guarded by what it found, so that none undoes another's.
 */
final class ClaimTable {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ROW =
            "SELECT identity, fingerprint, call_id, correlation_id, principal, customer, operation,"
                    + " owner, state, started, outcome, arguments FROM claims WHERE ";

    private final DataSource source;

    ClaimTable(DataSource source) {
        this.source = source;
    }

    /** Whether the row is new; false: there is one of this identity. */
    boolean insert(Act act, byte @Nullable [] arguments, String owner, Instant now, Instant expires)
            throws SQLException {
        String sql =
                "INSERT INTO claims (identity, fingerprint, call_id, correlation_id, principal, customer, operation,"
                        + " owner, state, started, expires, arguments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)";
        try (Connection connection = source.getConnection()) {
            return update(
                            connection,
                            sql,
                            act.identity(),
                            act.fingerprint(),
                            act.callId(),
                            act.correlationId(),
                            act.principal(),
                            act.customer(),
                            act.operation(),
                            owner,
                            now.toEpochMilli(),
                            expires.toEpochMilli(),
                            arguments)
                    == 1;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Gives a row to another attempt and remembers the one before; false: the row is no longer what it was. */
    boolean retake(ClaimRow row, Act act, byte @Nullable [] arguments, String owner, Instant now, Instant expires)
            throws SQLException {
        String sql =
                "UPDATE claims SET fingerprint = ?, call_id = ?, owner = ?, state = 'RUNNING', started = ?, expires = ?,"
                        + " outcome = NULL, arguments = ? WHERE identity = ? AND call_id = ? AND owner = ? AND state = ?";
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean taken = false;
            try {
                taken = update(
                                connection,
                                sql,
                                act.fingerprint(),
                                act.callId(),
                                owner,
                                now.toEpochMilli(),
                                expires.toEpochMilli(),
                                arguments,
                                act.identity(),
                                row.act().callId(),
                                row.owner(),
                                row.state().name())
                        == 1;
                if (taken) {
                    update(
                            connection,
                            "INSERT INTO claim_attempts (call_id, identity) VALUES (?, ?)",
                            row.act().callId(),
                            act.identity());
                    connection.commit();
                }
                return taken;
            } finally {
                // After a commit there is nothing to roll back, and on a failure everything.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Records an outcome, unless the act is settled or another attempt's. */
    boolean settle(String callId, State state, byte[] outcome, Instant expires) throws SQLException {
        // What was asked is of use while nobody knows what came of it, and is not kept longer.
        String forget = state == State.UNKNOWN ? "" : " arguments = NULL,";
        return change(
                "UPDATE claims SET state = ?, outcome = ?," + forget
                        + " expires = ? WHERE call_id = ? AND state IN ('RUNNING', 'UNKNOWN')",
                state.name(),
                outcome,
                expires.toEpochMilli(),
                callId);
    }

    /** Deletes an act without an outcome, if it is still this attempt's. */
    boolean delete(String callId, String owner) throws SQLException {
        return change(
                "DELETE FROM claims WHERE call_id = ? AND owner = ? AND state IN ('RUNNING', 'UNKNOWN')",
                callId,
                owner);
    }

    /** Deletes about so many of the rows whose time is over, the oldest first, and says how many; fewer: there were no more. */
    int purge(Instant now, int some) throws SQLException {
        String bound = "SELECT expires FROM claims WHERE expires < ? ORDER BY expires OFFSET " + (some - 1)
                + " ROWS FETCH NEXT 1 ROW ONLY";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(bound)) {
            statement.setLong(1, now.toEpochMilli());
            long last = now.toEpochMilli() - 1;
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    last = found.getLong(1);
                }
            }
            return update(connection, "DELETE FROM claims WHERE expires <= ?", last);
        }
    }

    Optional<ClaimRow> byIdentity(String identity) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return row(connection, ROW + "identity = ?", identity);
        }
    }

    /** The row whose last attempt this is. */
    Optional<ClaimRow> byLastCall(String callId) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return row(connection, ROW + "call_id = ?", callId);
        }
    }

    /** The row that this was ever an attempt of. */
    Optional<ClaimRow> byAnyCall(String callId) throws SQLException {
        Optional<ClaimRow> last = byLastCall(callId);
        if (last.isPresent()) {
            return last;
        }
        try (Connection connection = source.getConnection()) {
            return row(connection, ROW + "identity = (SELECT identity FROM claim_attempts WHERE call_id = ?)", callId);
        }
    }

    private boolean change(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return update(connection, sql, values) == 1;
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.VARBINARY);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return statement.executeUpdate();
        }
    }

    private static Optional<ClaimRow> row(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(row(found)) : Optional.empty();
            }
        }
    }

    private static ClaimRow row(ResultSet found) throws SQLException {
        Act act = new Act(
                found.getString("identity"),
                found.getString("fingerprint"),
                found.getString("call_id"),
                found.getString("correlation_id"),
                found.getString("principal"),
                found.getString("customer"),
                found.getString("operation"),
                "");
        return new ClaimRow(
                act,
                found.getString("owner"),
                State.valueOf(found.getString("state")),
                Instant.ofEpochMilli(found.getLong("started")),
                Optional.ofNullable(found.getBytes("outcome")),
                Optional.ofNullable(found.getBytes("arguments")));
    }
}
