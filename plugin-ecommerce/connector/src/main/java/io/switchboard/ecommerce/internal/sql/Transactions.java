package io.switchboard.ecommerce.internal.sql;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.sql.DataSource;

/** Runs work on a connection, and says in the hub's codes why it could not. Safe for use from many threads. */
public final class Transactions {
    private static final String DUPLICATE_KEY = "23505";
    /** Waited too long for a lock; deadlock; serialization. */
    private static final Set<String> TRY_AGAIN = Set.of("HYT00", "40001", "40P01", "55P03");

    private final DataSource source;

    /** On a source of connections that are in auto-commit mode. */
    public Transactions(DataSource source) {
        this.source = source;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    public interface Work<R> {
        /** Does it; commits nothing and closes nothing. */
        R on(Connection connection) throws SQLException;
    }

    /** Says that an act was done before, by a unique key. */
    public static final class DuplicateAct extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private DuplicateAct(SQLException cause) {
            super(cause);
        }
    }

    /** Reads. */
    public <R> R read(Work<R> work) {
        try (Connection connection = open()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes all of it or nothing; when it returns, all is committed. */
    public <R> R write(Work<R> work) {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            R result = undoing(connection, work);
            commit(connection);
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static <R> R undoing(Connection connection, Work<R> work) throws SQLException {
        boolean whole = false;
        try {
            R result = work.on(connection);
            if (Thread.currentThread().isInterrupted()) {
                // Nobody waits for the answer any more, and this is the last moment to leave no trace.
                throw ConnectorException.of(ErrorCode.BUSY);
            }
            whole = true;
            return result;
        } finally {
            if (!whole) {
                connection.rollback();
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
        }
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            boolean passing = Thread.currentThread().isInterrupted() || e instanceof SQLTransientConnectionException;
            throw ConnectorException.of(passing ? ErrorCode.BUSY : ErrorCode.BACKEND_UNREACHABLE)
                    .causedBy(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        String state = e.getSQLState();
        if (DUPLICATE_KEY.equals(state)) {
            return new DuplicateAct(e);
        }
        boolean again = state != null && TRY_AGAIN.contains(state);
        return ConnectorException.of(again ? ErrorCode.BUSY : ErrorCode.BACKEND_FAILED)
                .causedBy(e);
    }
}
