package io.switchboard.crm.observations;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on a connection of the pool and says failures in the hub's codes. Safe for use from many threads. */
public final class Sql {
    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** What is done on a connection. */
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;

    /** Works on the connections of a pool. */
    public Sql(DataSource source) {
        this.source = source;
    }

    /** One statement that changes nothing. */
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All or nothing: what fails or is interrupted before the commit is undone. */
    public <T> T transaction(Work<T> work) {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw failure(e);
        }
        try {
            T result = prepared(connection, work);
            commit(connection);
            return result;
        } finally {
            close(connection);
        }
    }

    private static <T> T prepared(Connection connection, Work<T> work) {
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            if (Thread.currentThread().isInterrupted()) {
                throw ConnectorException.of(ErrorCode.BUSY);
            }
            done = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw undone(e)
                    ? failure(e)
                    : ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is beyond use, and what was begun on it goes with it.
            LOG.warn("rollback failed: {}", e.getSQLState());
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // By now the transaction has ended one way or the other, and its outcome is the answer.
            LOG.warn("closing a connection failed: {}", e.getSQLState());
        }
    }

    private static ConnectorException failure(SQLException e) {
        if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
            return ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
        if (e instanceof SQLTransientConnectionException || e instanceof SQLTimeoutException || undone(e)) {
            return ConnectorException.of(ErrorCode.BUSY).causedBy(e).retryAfter(WAIT);
        }
        boolean gone = isOfClass(e, "08");
        return ConnectorException.of(gone ? ErrorCode.BACKEND_UNREACHABLE : ErrorCode.BACKEND_FAILED)
                .causedBy(e);
    }

    /** Whether the database itself has undone the transaction, as after a deadlock. */
    private static boolean undone(SQLException e) {
        return isOfClass(e, "40");
    }

    private static boolean isOfClass(SQLException e, String stateClass) {
        return e.getSQLState() != null && e.getSQLState().startsWith(stateClass);
    }
}
