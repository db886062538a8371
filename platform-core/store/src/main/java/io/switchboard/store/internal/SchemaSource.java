package io.switchboard.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A pool of connections to one schema. */
final class SchemaSource extends BundleSource implements AutoCloseable {
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

    /**
     * Goes on for a while, since what the bundle has under way may still need a connection; then gives no further one, and closes once those
     * in use are back or had their time.
     */
    @Override
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
}
