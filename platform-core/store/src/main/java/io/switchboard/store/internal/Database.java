package io.switchboard.store.internal;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The database product: all that differs between an embedded and a remote one. Safe for use from many threads. */
interface Database extends AutoCloseable {
    /** Until it is closed, nobody else makes schemas or changes what they are made of, on any node. */
    interface Exclusive extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until nobody else does what has to be done by one alone. */
    Exclusive exclusively() throws SQLException;

    /**
     * Makes the schema and its user where they are missing. The user owns the schema and may touch no other.
     *
     * @param symbolicName the bundle that it is for, from which its user's password is derived
     * @return unpooled connections of that user, in whatever schema; for the pool only, since it knows the password
     */
    DataSource schema(String name, String symbolicName) throws SQLException;

    /** Lets the user of one schema do something with a table of another, {@code INSERT} say. */
    void grant(String rights, String schema, String table, String user) throws SQLException;

    /** Makes all that was committed safe, and lets go of the database. */
    @Override
    void close();
}
