package io.switchboard.store.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database's connections, with their commits one at a time. */
final class GuardedSource implements DataSource {
    private final DataSource physical;
    private final SerialCommits commits;

    GuardedSource(DataSource physical, SerialCommits commits) {
        this.physical = physical;
        this.commits = commits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return commits.guard(physical.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return commits.guard(physical.getConnection(user, password));
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return physical.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        physical.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        physical.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return physical.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return physical.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return physical.isWrapperFor(type);
    }
}
