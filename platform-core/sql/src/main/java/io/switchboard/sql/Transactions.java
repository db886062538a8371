package io.switchboard.sql;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on a connection, and says in the hub's codes why it could not:
 *
 * <ul>
 *   <li>{@link ErrorCode#BUSY}: nothing was written, and trying again may help. No connection was free, a lock was held for too long, the
 *       database undid the transaction for another's sake, or the thread was interrupted;
 *   <li>{@link ErrorCode#BACKEND_UNREACHABLE}: nothing was written, and the database does not answer;
 *   <li>{@link ErrorCode#OUTCOME_UNKNOWN}: the commit failed, and with it the answer whether all was written;
 *   <li>{@link ErrorCode#BACKEND_FAILED}: nothing was written, for any other reason;
 *   <li>{@link DuplicateAct}: nothing was written, for a row with that unique key is there already.
 * </ul>
 *
 * <p>Whatever the work itself throws comes out as it is, and nothing was written. Safe for use from many threads.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final DataSource source;

    /** On a source of connections that are in auto-commit mode, as the hub's store gives them. */
    public Transactions(DataSource source) {
        this.source = source;
    }

    /**
     * What is done on a connection.
     *
     * @param <R> what comes of it
     */
    @FunctionalInterface
    public interface Work<R> {
        /** Does it; commits nothing and closes nothing. */
        R on(Connection connection) throws SQLException;
    }

    /** Reads: each statement for itself, and nothing is held. */
    public <R> R read(Work<R> work) {
        Connection connection = open();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw Failures.working(e);
        } finally {
            close(connection);
        }
    }

    /** Writes all of it or nothing; when it returns, all is committed. */
    public <R> R write(Work<R> work) {
        Connection connection = open();
        try {
            R result = undoing(connection, work);
            commit(connection);
            return result;
        } finally {
            close(connection);
        }
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw Failures.opening(e);
        }
    }

    private static <R> R undoing(Connection connection, Work<R> work) {
        boolean whole = false;
        try {
            connection.setAutoCommit(false);
            R result = work.on(connection);
            if (Thread.currentThread().isInterrupted()) {
                // Nobody waits for the answer any more, and this is the last moment to leave no trace.
                throw ConnectorException.of(ErrorCode.BUSY);
            }
            whole = true;
            return result;
        } catch (SQLException e) {
            throw Failures.working(e);
        } finally {
            if (!whole) {
                rollback(connection);
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Failures.committing(e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is beyond use, and what was begun on it goes with it; the answer is why it is undone.
            LOG.warn("rollback failed: {}", e.getSQLState());
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // By now the work has ended one way or the other, and how it ended is the answer.
            LOG.warn("closing a connection failed: {}", e.getSQLState());
        }
    }
}
