package io.switchboard.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a bundle gets: pooled connections to its own schema, and no way to the pool, its password or another user. */
final class SchemaSource implements DataSource, AutoCloseable {
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(5);
    private static final int DRAIN_STEP_MILLIS = 20;

    private final ScheduledExecutorService scheduler;
    private final HikariDataSource pool;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean released;
    private volatile boolean refusing;

    SchemaSource(
            String symbolicName,
            String schema,
            DataSource unpooled,
            int connections,
            ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
        HikariConfig config = new HikariConfig();
        config.setPoolName(symbolicName);
        config.setDataSource(unpooled);
        config.setSchema(schema);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setScheduledExecutor(scheduler);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusing) {
            throw new SQLException("The bundle has given this data source back");
        }
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The hub logs in, as the bundle's own user");
    }

    /**
     * Goes on for a while, since what the bundle has under way may still need a connection; then gives no further one, and closes once those
     * in use are back or had their time.
     */
    synchronized void release(Duration linger) {
        if (linger.isZero()) {
            refuse();
        } else if (!released) {
            released = true;
            ScheduledFuture<?> unused = scheduler.schedule(this::refuse, linger.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Gives no further connections, and closes once those in use are back or had their time. */
    private synchronized void refuse() {
        released = true;
        if (!refusing) {
            refusing = true;
            drain(System.nanoTime() + DRAIN_LIMIT.toNanos());
        }
    }

    private void drain(long end) {
        if (pool.getHikariPoolMXBean().getActiveConnections() == 0 || System.nanoTime() - end > 0) {
            close();
        } else {
            ScheduledFuture<?> unused = scheduler.schedule(() -> drain(end), DRAIN_STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends all, and returns when all are closed. */
    static void closeAll(List<SchemaSource> sources) {
        sources.forEach(SchemaSource::refuse);
        sources.forEach(source -> source.closed.join());
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Does something when it is closed. */
    void whenClosed(Runnable action) {
        CompletableFuture<Void> unused = closed.thenRun(action);
    }

    /** Closes at once; what is under way fails. */
    @Override
    public void close() {
        refusing = true;
        pool.close();
        closed.complete(null);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing behind this data source that its bundle may have");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("The hub logs for itself");
    }

    @Override
    public int getLoginTimeout() {
        return (int) CONNECTION_WAIT.toSeconds();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The wait for a connection is fixed");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The hub logs by SLF4J");
    }
}
