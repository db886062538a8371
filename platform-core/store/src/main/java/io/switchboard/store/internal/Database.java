package io.switchboard.store.internal;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The database product: all that differs between an embedded and a remote one. Safe for use from many threads. */
interface Database extends AutoCloseable {
    /**
     * Makes the schema and the user of the same name where they are missing. The user owns the schema and may touch no other.
     *
     * @param password hexadecimal digits
     * @return unpooled connections of that user, in whatever schema; for the pool only, since it knows the password
     */
    DataSource schema(String name, String password) throws SQLException;

    /** Makes all that was committed safe, and lets go of the database. */
    @Override
    void close();
}
