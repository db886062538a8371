package io.switchboard.sql;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;

/** What failures of a database are in the hub's codes; told by their states, which mean the same in every database. */
final class Failures {
    private static final String DUPLICATE_KEY = "23505";
    /** Waited too long for a lock, as H2 and as PostgreSQL say it; a statement that was stopped. */
    private static final Set<String> PASSING = Set.of("HYT00", "55P03", "57014");

    private static final String UNDONE = "40";
    private static final String CONNECTION = "08";
    private static final String SHUTTING_DOWN = "57P";
    private static final Duration WAIT = Duration.ofSeconds(1);

    private Failures() {}

    /** No connection came. */
    static ConnectorException opening(SQLException e) {
        return isPassing(e) ? busy(e) : unreachable(e);
    }

    /** A statement failed. */
    static RuntimeException working(SQLException e) {
        if (DUPLICATE_KEY.equals(e.getSQLState())) {
            return new DuplicateAct(e);
        }
        if (isPassing(e)) {
            return busy(e);
        }
        return is(e, CONNECTION) || is(e, SHUTTING_DOWN)
                ? unreachable(e)
                : ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e);
    }

    /** The last step failed: nobody knows whether all was written, unless the database says that it has undone it. */
    static RuntimeException committing(SQLException e) {
        boolean undone = is(e, UNDONE) || DUPLICATE_KEY.equals(e.getSQLState());
        return undone
                ? working(e)
                : ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
    }

    private static boolean isPassing(SQLException e) {
        return Thread.currentThread().isInterrupted()
                || e.getCause() instanceof InterruptedException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLTimeoutException
                || is(e, UNDONE)
                || (e.getSQLState() != null && PASSING.contains(e.getSQLState()));
    }

    private static boolean is(SQLException e, String beginning) {
        return e.getSQLState() != null && e.getSQLState().startsWith(beginning);
    }

    private static ConnectorException busy(SQLException e) {
        return ConnectorException.of(ErrorCode.BUSY).causedBy(e).retryAfter(WAIT);
    }

    private static ConnectorException unreachable(SQLException e) {
        return ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE).causedBy(e);
    }
}
