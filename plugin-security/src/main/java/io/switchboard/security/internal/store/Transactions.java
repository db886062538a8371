package io.switchboard.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on the store, each piece in a transaction of its own that counts whole or not at all. Safe for use from many threads. */
public final class Transactions {
    private final DataSource store;

    /** Over a store with the plugin's schema. */
    public Transactions(DataSource store) {
        this.store = store;
    }

    /** Runs a piece of work; throws {@link StoreUnavailable} when the store does not answer. */
    public <T> T run(Work<T> work) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** Whether a statement failed because what it would add is there already. */
    public static boolean isTaken(SQLException e) {
        // Class 23 is an integrity constraint violation, in every database.
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    /**
     * A piece of work.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it within the transaction of a connection, which it neither commits nor closes. */
        T in(Connection connection) throws SQLException;
    }
}
