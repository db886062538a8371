package io.switchboard.store.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a bundle gets: connections to its own schema, and no way to the pool, its password or another user. */
abstract class BundleSource implements DataSource {
    static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

    /** Its bundle uses it no longer, but for what it has under way, which has this time. */
    abstract void release(Duration linger);

    @Override
    public final Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The hub logs in, as the bundle's own user");
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing behind this data source that its bundle may have");
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public final @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public final void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("The hub logs for itself");
    }

    @Override
    public final int getLoginTimeout() {
        return (int) CONNECTION_WAIT.toSeconds();
    }

    @Override
    public final void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The wait for a connection is fixed");
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The hub logs by SLF4J");
    }
}
